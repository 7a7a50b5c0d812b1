# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = There is nothing here
web-not-found = This address leads nowhere. If you came here from a mail, its link may have been cut: open it once more from the mail itself, or answer the mail’s sender.
