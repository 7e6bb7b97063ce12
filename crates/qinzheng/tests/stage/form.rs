//! What a page carries for the form it shows.

/// What stands in the hidden field of that name.
pub fn hidden(page: &str, name: &str) -> Option<String> {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&field)?;
    rest.split('"').next().map(str::to_owned)
}
