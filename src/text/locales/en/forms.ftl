# What only some forms of a digest need: the PDF, the card, the file for spreadsheets.

digest-page-of = Page { $page } of { $pages }
# $sign stands in the words where no letter could be set.
digest-no-letters = “{ $sign }” stands for letters that this file cannot show. The page for a browser and the text show them.

digest-column-date = Date
digest-column-from = From
digest-column-relation = Relationship
digest-column-what-for = Thanks for
digest-column-words = Words
digest-column-link = Link
digest-column-note = Note
