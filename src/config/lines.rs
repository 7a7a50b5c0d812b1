//! In which line of a TOML file something stands, so that an error can name it.

use toml::de::{DeTable, DeValue};

/// The line, counted from 1, of this byte.
#[must_use]
pub fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
}

/// The line in which something begins, by its keys from the outside in; an entry of a list by its number from 0.
#[must_use]
pub fn line_of(text: &str, path: &[&str]) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let (first, rest) = path.split_first()?;
    let (key, mut value) = document.get_ref().get_key_value(*first)?;
    let mut begins = key.span().start;
    for step in rest {
        begins = match value.get_ref() {
            DeValue::Table(table) => {
                let (key, inner) = table.get_key_value(*step)?;
                value = inner;
                key.span().start
            }
            DeValue::Array(list) => {
                value = list.get(step.parse::<usize>().ok()?)?;
                value.span().start
            }
            _ => return None,
        };
    }
    Some(line_at(text, begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_its_line() {
        let text = "a = 1\n[b]\nc = [\n  { d = 1 },\n  { d = 2,\n e = 3 },\n]\n[[f]]\ng = 1\n[[f]]\ng = 2\n";
        let line = |path: &[&str]| line_of(text, path);
        assert_eq!([line(&["a"]), line(&["b"]), line(&["b", "c"])], [Some(1), Some(2), Some(3)]);
        assert_eq!([line(&["b", "c", "1"]), line(&["b", "c", "1", "e"])], [Some(5), Some(6)]);
        assert_eq!([line(&["f", "0"]), line(&["f", "1"]), line(&["f", "1", "g"])], [Some(8), Some(10), Some(11)]);
        assert_eq!([line(&["nothing"]), line(&["a", "b"]), line(&["b", "c", "2"]), line(&[])], [None; 4]);
        assert_eq!(line_of("a = ", &["a"]), None);
    }
}
