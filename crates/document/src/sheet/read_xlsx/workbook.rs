//! Which parts make up a workbook: its first visible worksheet, its texts, its formats.

use quick_xml::events::Event;

use super::archive::Archive;
use super::value::Epoch;
use super::xml::attribute;
use crate::sheet::refusal::ReadError;

/// The parts of a workbook that a table is read from.
pub(super) struct Workbook {
    /// The first visible worksheet.
    pub(super) sheet: String,
    /// The texts that cells share.
    pub(super) strings: Option<String>,
    /// The formats of cells.
    pub(super) styles: Option<String>,
    /// The day from which dates are counted.
    pub(super) epoch: Epoch,
}

/// One line of a part's list of relationships.
struct Link {
    id: String,
    /// The last word of its kind, such as `worksheet`.
    kind: String,
    /// The part it leads to, from the root of the archive.
    target: String,
}

impl Workbook {
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Self, ReadError> {
        let root = links(archive, "")?;
        let main = root.into_iter().find(|link| link.kind == "officeDocument");
        let main = main.ok_or(ReadError::NotATable)?.target;
        let links = links(archive, &main)?;
        let (visible, epoch) = visible_sheets(archive, &main)?;
        let mut pages = visible.iter().flat_map(|id| links.iter().filter(move |l| l.id == *id));
        let sheet = pages.find(|link| link.kind == "worksheet");
        let part = |kind: &str| {
            let found = links.iter().find(|link| link.kind == kind && archive.holds(&link.target));
            found.map(|link| link.target.clone())
        };
        Ok(Self {
            sheet: sheet.ok_or(ReadError::NoWorksheet)?.target.clone(),
            strings: part("sharedStrings"),
            styles: part("styles"),
            epoch,
        })
    }
}

/// The relationship ids of the sheets that are not hidden, charts included, and the epoch.
fn visible_sheets(
    archive: &mut Archive<'_>,
    main: &str,
) -> Result<(Vec<String>, Epoch), ReadError> {
    let mut xml = archive.xml(main)?;
    let (mut visible, mut epoch, mut is_workbook) = (Vec::new(), Epoch::default(), false);
    loop {
        match xml.step()?.1 {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    let since_1904 = attribute(&element, "date1904");
                    epoch = Epoch::of(matches!(since_1904.as_deref(), Some("1" | "true")));
                }
                "sheet" => {
                    let state = attribute(&element, "state");
                    if state.is_none_or(|state| state == "visible") {
                        visible.extend(attribute(&element, "id"));
                    }
                }
                _ => {}
            },
            Event::Eof if is_workbook => return Ok((visible, epoch)),
            Event::Eof => return Err(ReadError::NotATable),
            _ => {}
        }
    }
}

/// The relationships of a part; of the archive itself when the part is empty.
fn links(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Link>, ReadError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{name}.rels");
    if !archive.holds(&list) {
        return Err(ReadError::NotATable);
    }
    let mut xml = archive.xml(&list)?;
    let mut links = Vec::new();
    loop {
        match xml.step()?.1 {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let take = |name| attribute(&element, name).unwrap_or_default();
                let kind = take("Type");
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                links.push(Link { id: take("Id"), kind, target: resolve(folder, &take("Target")) });
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A target as a path from the root of the archive.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = from.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_found_however_a_program_writes_them() {
        for target in
            ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", ".\\worksheets\\sheet1.xml"]
        {
            assert_eq!(resolve("xl", target), "xl/worksheets/sheet1.xml");
        }
        assert_eq!(resolve("xl/a", "../b/./c.xml"), "xl/b/c.xml");
        assert_eq!(resolve("xl", "../../../etc/passwd"), "etc/passwd");
    }
}
