# Not translated yet: what is missing here is shown in English.
