//! CSV rows for spreadsheets (RFC 4180); no cell is run as a formula.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// What a file of such rows begins with: by this mark Excel knows UTF-8.
pub const MARK: &str = "\u{FEFF}";

/// Writes rows, every cell in quotes.
///
/// A cell that begins like a formula in Excel, LibreOffice or Google Sheets gets an apostrophe before it, which marks
/// it as text (<https://owasp.org/www-community/attacks/CSV_Injection>).
///
/// # Errors
/// They could not be written.
pub fn write_rows<R: AsRef<[String]>>(to: impl Write, rows: impl IntoIterator<Item = R>) -> csv::Result<()> {
    let mut builder = WriterBuilder::new();
    let mut writer =
        builder.quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).flexible(true).from_writer(to);
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|cell| guarded(cell)))?;
    }
    Ok(writer.flush()?)
}

/// Rows as a whole file.
#[must_use]
pub fn csv<const N: usize>(rows: &[[String; N]]) -> Vec<u8> {
    let mut file = MARK.as_bytes().to_vec();
    write_rows(&mut file, rows).expect("memory takes every row");
    file
}

fn guarded(cell: &str) -> String {
    // Some programs ignore leading blanks and invisible characters, so they are ignored here too.
    let first = cell.chars().find(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{FEFF}' && *c != '\u{200B}');
    let acts = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let begins_oddly = cell.starts_with(['\t', '\r', '\n']);
    let guard = if begins_oddly || first.is_some_and(acts) { "'" } else { "" };
    format!("{guard}{cell}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_and_nothing_else() {
        let quoted = |cell: &str| {
            let mut row = Vec::new();
            write_rows(&mut row, [[cell.to_owned()]]).unwrap();
            String::from_utf8(row).unwrap().strip_suffix("\r\n").unwrap().to_owned()
        };
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
