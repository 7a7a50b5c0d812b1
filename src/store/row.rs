//! Rows that are read by the names of their columns.

/// A struct with a field for each column of a query, which sqlx reads into it by name.
///
/// sqlx's own derive needs its macros, and these compile both of its drivers a second time, for the compiler.
macro_rules! row {
    ($(#[$about:meta])* $sight:vis struct $row:ident { $($(#[$of_field:meta])* $of:vis $column:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        $sight struct $row { $($(#[$of_field])* $of $column: $kind,)+ }

        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $row {
            fn from_row(row: &'r sqlx::any::AnyRow) -> sqlx::Result<Self> {
                Ok(Self { $($column: sqlx::Row::try_get(row, stringify!($column))?,)+ })
            }
        }
    };
}

pub(super) use row;
