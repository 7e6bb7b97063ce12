# 由来：演示县照着哪个县的哪一年做成。只在演示里有；二十七点的文字在demo/story/points.toml。
story-title = 由来：一个县整治庸懒的一年
story-lead = 2015年，陕西省旬阳县整治庸政懒政。这套软件要让这样一年里的每件事都有据可查。下面分二十七点，一点一点对过来：事情是怎样的，现在在哪一页看得到，哪些还没有做成。
story-own-words = 写那一年的报道没有抄在这里，各点都是我们自己的话，不写真人姓名。{ $county }的单位、人物和记录全是虚构的，不是旬阳县的事。
story-honest = 能点开的，现在就有；标着“还没有做成”的，就是还没有。
story-chapters = 八个部分
story-range = 第{ $first }点到第{ $last }点
story-there = 现在就有
story-to-come = 还没有做成
story-rows = 三十三项制度、系统和文件
story-counted = 故事里的制度、系统和文件共{ $rows }项，现在看得到{ $there }项，还没有做成{ $rest }项。
story-row = 名称
story-point = 第几点
story-where = 在哪里看
story-home = { $county }是虚构的
story-home-text = 它照着一个真实的县整治庸懒的一年做成。那一年的二十七点，哪些现在看得到，哪些还没有做成，都写在一页上。
