//! From text to KDL. The traps of KDL, and most of what is no KDL, are named by the scan before.

use crate::language::Said;
use crate::{Diagnostic, scan};
use kdl::KdlDocument;

/// Parses a file.
///
/// # Errors
/// Everything the parser stumbled over, at most ten.
pub(crate) fn parse(text: &str) -> Result<KdlDocument, Vec<Diagnostic>> {
    const MOST: usize = 10;
    scan::scan(text).map_err(|fault| vec![fault])?;
    KdlDocument::parse(text).map_err(|fault| {
        let mut found: Vec<Diagnostic> =
            fault.diagnostics.iter().take(MOST).map(|one| named(text, one)).collect();
        if found.is_empty() {
            found.push(Diagnostic::at(
                text,
                0,
                Said::new("这个文件不是 KDL", "the file is not KDL"),
            ));
        }
        found.dedup_by_key(|one| (one.line, one.what().clone()));
        found
    })
}

/// The first thing that is wrong.
pub(crate) fn parse_first(text: &str) -> Result<KdlDocument, Diagnostic> {
    parse(text).map_err(|mut all| all.swap_remove(0))
}

/// A fault of the parser.
fn named(text: &str, fault: &kdl::KdlDiagnostic) -> Diagnostic {
    let english = fault.message.clone().unwrap_or_else(|| "this is not KDL".to_owned());
    let what = Said::new(format!("这里写法不对（{english}）"), english);
    let pairs = ("看看引号、花括号是不是成对", "see whether quotes and braces are in pairs");
    let help = Said::new(pairs.0, fault.help.as_deref().unwrap_or(pairs.1));
    let at = fault.span.offset();
    Diagnostic::over(text, at..at + fault.span.len(), what).with_help(help)
}
