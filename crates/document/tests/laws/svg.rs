//! A small check that a picture is well-formed markup a strict page may hold.

use quick_xml::Reader;
use quick_xml::events::Event;

/// All elements of the picture as `name attribute=value …`, in order; panics when it is not
/// well-formed, has an inline style or script, or leaves an element open.
pub(crate) fn elements(svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().expand_empty_elements = true;
    let (mut depth, mut found) = (0_usize, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                depth += 1;
                let mut line = element.name().as_ref().to_owned();
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    assert!(key != "style" && !key.starts_with("on"), "inline {key}");
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap();
                    line = format!("{line} {key}={value}");
                }
                assert!(!line.starts_with("script") && !line.starts_with("style"));
                found.push(line);
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "an element is left open");
    found
}
