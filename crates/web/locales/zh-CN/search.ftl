# 公开网站的查找。
nav-search = 查找
search-label = 查找通报、专项、文章、单位、机制、法规、由来和帮助
search-lead = 一次查遍通报、专项、文章、单位、机制、法规和帮助。不按人名查：通报里的名字到期就不再显示，也查不到。
search-none = 没有找到“{ $looked }”。请换一个词，或者少写几个字。
search-found = 找到“{ $looked }”共{ $count }处。
search-more = 全部{ $count }处
