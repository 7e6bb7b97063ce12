//! Parts of a body: the texts in it, whether it is one text or many parts. What the head says of its kind is often wrong, so
//! a body is told by how it begins; what begins like neither JSON nor XML, such as a picture, is passed over.

/// The texts of a body.
pub(super) fn texts<'a>(kind: &str, body: &'a [u8]) -> Vec<&'a [u8]> {
    let body = trimmed(body);
    match boundary(kind, body) {
        Some(boundary) => {
            let parts = split(body, &boundary).into_iter();
            parts.filter_map(content).map(trimmed).filter(|part| is_text(part)).collect()
        }
        None if body.is_empty() => vec![],
        None => vec![body],
    }
}

/// What stands between the parts: as the head says, or as the body begins.
fn boundary(kind: &str, body: &[u8]) -> Option<Vec<u8>> {
    if !body.starts_with(b"--") {
        return None;
    }
    let said = kind.split(';').find_map(|part| {
        let (name, value) = part.trim().split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"'))
    });
    let said = said.map(|said| format!("--{said}").into_bytes());
    let begins = || {
        let end = body.iter().position(|byte| matches!(byte, b'\r' | b'\n'))?;
        Some(body[..end].to_vec())
    };
    said.filter(|said| said.len() > 2 && body.starts_with(said)).or_else(begins)
}

/// What stands after each boundary, as far as the next.
fn split<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let (mut parts, mut rest) = (vec![], body);
    while let Some(at) = find(rest, boundary) {
        let (before, after) = (&rest[..at], &rest[at + boundary.len()..]);
        parts.push(before);
        if after.starts_with(b"--") {
            return parts;
        }
        rest = after;
    }
    parts.push(rest);
    parts
}

/// A part without its head.
fn content(part: &[u8]) -> Option<&[u8]> {
    let at = |end: &[u8]| find(part, end).map(|at| (at, at + end.len()));
    let ends = [at(b"\r\n\r\n"), at(b"\n\n")];
    let (_, begin) = ends.into_iter().flatten().min()?;
    part.get(begin..)
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

fn trimmed(text: &[u8]) -> &[u8] {
    text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text).trim_ascii()
}

fn is_text(part: &[u8]) -> bool {
    matches!(part.first(), Some(b'{' | b'[' | b'<'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &str, body: &str) -> Vec<String> {
        let texts = texts(kind, body.as_bytes());
        texts.into_iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect()
    }

    #[test]
    fn a_picture_is_passed_over_whatever_the_head_says() {
        let body = "--MIME\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--MIME\r\n\
                    Content-Type: image/jpeg\r\nContent-Length: 4\r\n\r\n\u{1}--{\r\n--MIME--\r\n";
        for kind in ["multipart/form-data; boundary=MIME", "multipart/mixed;boundary=\"MIME\"", ""]
        {
            assert_eq!(of(kind, body), ["{\"a\":1}"], "{kind}");
        }
        assert_eq!(of("multipart/form-data; boundary=OTHER", body), ["{\"a\":1}"]);
    }

    #[test]
    fn a_body_of_one_text_is_that_text() {
        assert_eq!(of("image/jpeg", "\u{feff}{\"a\":1}\r\n"), ["{\"a\":1}"]);
        assert_eq!(of("application/xml", "<a>1</a>"), ["<a>1</a>"]);
        assert_eq!(of("application/json", " \n"), Vec::<String>::new());
        assert_eq!(of("application/json", "rubbish"), ["rubbish"], "what it is is said elsewhere");
    }

    #[test]
    fn a_body_that_breaks_off_gives_what_came() {
        let body = "--M\n\n{\"a\":1}\n--M\n\n[2]";
        assert_eq!(of("multipart/form-data; boundary=M", body), ["{\"a\":1}", "[2]"]);
        assert_eq!(of("", "--"), ["--"]);
        assert_eq!(of("", "--M\r\nContent-Type: x"), Vec::<String>::new());
    }
}
