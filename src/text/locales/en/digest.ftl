# See words.ftl.
