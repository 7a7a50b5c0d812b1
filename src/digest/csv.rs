//! Rows for spreadsheets (RFC 4180), of which no cell is run as a formula.

/// Rows of cells as a file: UTF-8 with its mark, by which Excel knows it, and every cell in quotes.
///
/// A cell that begins as a formula does in Excel, LibreOffice or Google Sheets gets an apostrophe before it, which they
/// take for "this is text" (<https://owasp.org/www-community/attacks/CSV_Injection>).
#[must_use]
pub fn csv<const N: usize>(rows: &[[String; N]]) -> Vec<u8> {
    let mut text = String::from(MARK);
    for row in rows {
        text.push_str(&csv_row(row));
    }
    text.into_bytes()
}

/// What such a file begins with.
pub const MARK: char = '\u{FEFF}';

/// One row of such a file, with its end.
#[must_use]
pub fn csv_row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

fn quoted(cell: &str) -> String {
    // Some programs look behind leading blanks and invisible characters, so these are looked through here too.
    let first = cell.chars().find(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{FEFF}' && *c != '\u{200B}');
    let acts = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let begins_oddly = cell.starts_with(['\t', '\r', '\n']);
    let guard = if begins_oddly || first.is_some_and(acts) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_and_nothing_else() {
        let check = |cell: &str, expected: &str| assert_eq!(quoted(cell), expected, "{cell:?}");
        check("Thank you, Ada", "\"Thank you, Ada\"");
        check("She said \"hi\"\nand left", "\"She said \"\"hi\"\"\nand left\"");
        check("", "\"\"");
        check("2027-01-12 12:00", "\"2027-01-12 12:00\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{200B}=1", "＝1", "\nx"] {
            assert_eq!(quoted(formula), format!("\"'{formula}\""));
        }
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
    }

    #[test]
    fn rows_end_as_the_standard_says() {
        let rows = [["a".to_owned(), "b".to_owned()], ["c".to_owned(), "d".to_owned()]];
        assert_eq!(csv(&rows), "\u{FEFF}\"a\",\"b\"\r\n\"c\",\"d\"\r\n".as_bytes());
    }
}
