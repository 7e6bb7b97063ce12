# Search of the portal.
nav-search = Search
search-label = Search bulletins, campaigns, articles, units, schemes, the law, the story and help
search-lead = One search through bulletins, campaigns, articles, units, schemes, the law and help. People are not looked for: a name in a bulletin goes on its day, and is found by no search.
search-none = Nothing was found for “{ $looked }”. Please try another word, or fewer.
search-found = “{ $looked }” was found in { $count ->
    [one] one place
   *[other] { $count } places
}.
search-more = All { $count }
