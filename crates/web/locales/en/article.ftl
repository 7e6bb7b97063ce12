# Articles: list, draft, edit, check, publish, withdraw, and the articles of the portal.
rail-articles = Articles
article-list-title = Articles
article-list-all = { $count ->
    [one] One article.
   *[other] { $count } articles.
}
article-list-found = { $count ->
    [one] One article found.
   *[other] { $count } articles found.
}
article-list-none = There are no articles yet.
article-column-name = Title
article-column-stage = Stage
article-column-section = Section
article-column-source = Source
article-column-authors = Authors
article-column-editor = Responsible editor
article-column-drafted-on = Drafted on
article-column-latest-on = Latest step
article-column-published-on = Published at
article-sort-latest = Latest first
article-sort-earliest = Earliest published first
article-sort-title = By title
article-now-drafted = The draft is written. It waits for a check by somebody who wrote none of it.
article-now-checked = Checked. It waits to be published by somebody who wrote none of it. Any change needs a new check.
article-now-published = Published: anybody can read it. A published article is not edited; if it is wrong, it is withdrawn.
article-now-withdrawn = Withdrawn. Reason: { $reason }
article-on-the-portal = See it on the portal
article-as-read = As its readers see it
article-as-read-lead = The figures are counted now, and each opens to its records.
article-read-whole = The whole text, as its readers see it
article-draft-title = Draft an article
article-draft-lead = Written for anybody. Do not type figures: cite them by their mark, and they are counted when the article is read.
article-draft-button = Hand in the draft
article-edit-title = Edit
article-edit-lead = “{ $title }”: a change makes a new version, you become its responsible editor, and an earlier check no longer counts.
article-edit-button = Save the new version
article-check-title = Check
article-check-lead = “{ $title }”. Hold each sentence against the records: nothing wrong, and no name that has no place there.
article-check-button = It is right
article-publish-title = Publish
article-publish-lead = “{ $title }” can be read by anybody from now on.
article-publish-button = Publish
article-withdraw-title = Withdraw
article-withdraw-lead = “{ $title }” is no longer shown in full.
article-withdraw-button = Withdraw it
article-hint-body = A line is a paragraph. “## ” begins a heading, “- ” an item of a list.
article-hint-source = Where the text comes from, such as the publicity department.
article-hint-authors = An office; a person only if they agreed.
article-hint-reason = For the reader: what was wrong, and where the right one is.
article-rule-heading = “## Heading” on a line of its own.
article-rule-list = An item a line, beginning with “- ”.
article-rule-link = Links lead to this site alone: [figures](/statistics).
article-rule-figure = To cite a figure: [[visits 2015]]. There are visits, findings, units, persons, bulletins; without a year it is all years.
article-rule-names = Nobody who was held to account is named; that is for bulletins.
article-rule-check = Figures against records, words against bulletins.
article-rule-writer = Whoever wrote or edited it cannot take this step.
article-rule-third = Where the office has three publicity officers, whoever checked it does not publish it.
article-rule-fixed = Once published it cannot be edited, only withdrawn.
article-rule-notice = The page stays; the day and the reason stand in place of the text.
article-rule-gone = The draft stays on record and is not published.
matter-field-section = Section
matter-field-body = Text
matter-field-source = Source
matter-field-authors = Authors
desk-own-draft = My drafts, waiting for a check
desk-check-article = Articles to check
desk-publish-article = Articles to publish
desk-sum-own-draft = { $count } of your drafts wait for a check
desk-sum-check-article = articles to check: { $count }
desk-sum-publish-article = articles to publish: { $count }
desk-act-own-draft = Edit
desk-act-check-article = Check
desk-act-publish-article = Publish
desk-articles-month = Published this month
nav-articles = Articles
nav-archive = Archive of bulletins
portal-articles-sentence = { $count ->
    [one] One article.
   *[other] { $count } articles.
}
portal-articles-none = No article fits. Please ask for less and look again.
portal-articles-scope = As of { $now }. The figures in an article are counted as it is read, and each opens to its records.
portal-define-articles = Published articles, one a row. Drafting, checking and publishing are by three people; one that was withdrawn says so after its title.
portal-article-title = Title
portal-article-section = Section
portal-article-source = Source
portal-article-published = Published at
portal-article-words = Title or text
portal-article-here = Full text
portal-article-authors = Authors: { "" }
portal-article-from = Source: { "" }
portal-article-editor = Responsible editor: { "" }
portal-article-facts = This article
portal-article-figures = The figures in the text were counted as this page was opened, and each opens to its records.
portal-article-withdrawn = This article was withdrawn on { $day }. Reason: { $reason }
portal-archive-way = Archive of bulletins: by year, organ and number
portal-archive-sentence = { $scope }: { $count ->
    [one] one bulletin fits
   *[other] { $count } bulletins fit
}.
portal-archive-none = No bulletin fits. Please ask for less and look again.
portal-archive-scope = As of { $now }. Names go on their day, here as everywhere; the counts stay.
portal-archive-q = Title or number
portal-archive-year = Year
portal-archive-organ = Issuing organ
portal-archive-of = { $year } ({ $count })
portal-trend = Month by month: visits, findings, decisions
