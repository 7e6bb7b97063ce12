//! Opens pages as somebody and holds them to the rules of the house in both languages.
//!
//! To look at them, name a folder: `QINZHENG_PAGES=/tmp/pages cargo test -p qz-web --test desk`.

use crate::markup;
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode, header};
use qz_testkit::client::{Client, Page};
use qz_testkit::county::County;
use qz_web::words::Locale;

/// A browser that took a persona.
pub(crate) async fn browser(county: &County, persona: &str) -> Client {
    let mut client = Client::at_demo(&county.acts);
    client.take(persona).await;
    client
}

/// Opens a page in both languages, holds both to the rules, and gives the Chinese one.
pub(crate) async fn look(client: &mut Client, path: &str, name: &str) -> Page {
    let mut chinese = None;
    for locale in [Locale::En, Locale::ZhCn] {
        client.cookies.insert("lang".to_owned(), locale.tag().to_owned());
        let page = client.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        hold(&page, &format!("{name}.{}", locale.tag()));
        chinese = Some(page);
    }
    chinese.unwrap()
}

/// Holds a page to the rules.
pub(crate) fn hold(page: &Page, name: &str) {
    keep(name, &page.body);
    let faults = markup::Page::read(&page.body).faults();
    assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
}

/// Sends a form with a file.
pub(crate) async fn upload(
    client: &mut Client,
    path: &str,
    kind: Option<&str>,
    file: (&str, &[u8]),
) -> Page {
    let fields: Vec<_> = kind.into_iter().map(|kind| ("kind", kind)).collect();
    upload_with(client, path, &fields, file).await
}

/// Sends a form with fields and a file.
pub(crate) async fn upload_with(
    client: &mut Client,
    path: &str,
    fields: &[(&str, &str)],
    (name, bytes): (&str, &[u8]),
) -> Page {
    let mut body = Vec::new();
    let mut field = |name: &str, value: &str| {
        body.extend_from_slice(
            format!("--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .as_bytes(),
        );
    };
    field("csrf", &client.csrf);
    for (name, value) in fields {
        field(name, value);
    }
    let head = format!(
        "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--line--\r\n");
    let kind = HeaderValue::from_static("multipart/form-data; boundary=line");
    let request = Request::post(path).header(header::CONTENT_TYPE, kind);
    let request = request.header("sec-fetch-site", "same-origin").body(Body::from(body)).unwrap();
    client.send(request).await
}

fn keep(name: &str, html: &str) {
    let Ok(folder) = std::env::var("QINZHENG_PAGES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::create_dir_all(folder.join("asset")).unwrap();
    for entry in std::fs::read_dir(assets).unwrap() {
        let path = entry.unwrap().path();
        let url = qz_web::asset::asset_url(path.file_name().unwrap().to_str().unwrap());
        std::fs::copy(&path, folder.join(url.trim_start_matches('/'))).unwrap();
    }
    let html = html.replace("\"/asset/", "\"asset/");
    std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
}
