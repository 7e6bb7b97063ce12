//! Assets: the style sheet, three small scripts and the seal, inside the binary, under names that
//! change with their content, so that a browser may keep them for ever.

use crate::error::WebError;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    kind: &'static str,
    content: &'static [u8],
    url: String,
    etag: String,
}

const FILES: &[(&str, &str, &[u8])] = &[
    ("qinzheng.css", "text/css; charset=utf-8", include_bytes!("../assets/qinzheng.css")),
    ("desk.js", "text/javascript; charset=utf-8", include_bytes!("../assets/desk.js")),
    ("portal.js", "text/javascript; charset=utf-8", include_bytes!("../assets/portal.js")),
    ("progress.js", "text/javascript; charset=utf-8", include_bytes!("../assets/progress.js")),
    ("seal.svg", "image/svg+xml", include_bytes!("../assets/seal.svg")),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| FILES.iter().map(build).collect());

/// The address of an asset by its plain name. A name that does not exist shows as `⟦name⟧`.
pub fn asset_url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("⟦asset⟧", |asset| asset.url.as_str())
}

/// The style sheet itself, for pages that are kept as files.
pub fn style() -> &'static str {
    include_str!("../assets/qinzheng.css")
}

/// `GET /asset/{file}`: an asset under its present name, cached for a year.
pub async fn serve(Path(file): Path<String>, asked: HeaderMap) -> Result<Response, WebError> {
    let url = format!("/asset/{file}");
    let asset = ASSETS.iter().find(|asset| asset.url == url).ok_or(WebError::NotFound)?;
    let etag = HeaderValue::from_str(&asset.etag).map_err(WebError::internal)?;
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|tag| tag == etag);
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, asset.kind)], asset.content).into_response()
    };
    let kept = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(header::CACHE_CONTROL, kept);
    response.headers_mut().insert(header::ETAG, etag);
    Ok(response)
}

fn build((name, kind, content): &(&'static str, &'static str, &'static [u8])) -> Asset {
    let digest = Sha256::digest(content);
    let hash = format!("{:08x}", u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]));
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    Asset {
        name,
        kind,
        content,
        url: format!("/asset/{stem}.{hash}.{ending}"),
        etag: format!("\"{hash}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Path<String> {
        Path(asset_url(name).strip_prefix("/asset/").unwrap().to_owned())
    }

    #[test]
    fn names_carry_the_hash_of_the_content() {
        let url = asset_url("qinzheng.css");
        let hash = url.strip_prefix("/asset/qinzheng.").unwrap().strip_suffix(".css").unwrap();
        assert_eq!(hash.len(), 8);
        assert!(hash.chars().all(|c| c.is_ascii_hexdigit()));
        assert_eq!(asset_url("no-such.css"), "⟦asset⟧");
    }

    #[tokio::test]
    async fn an_asset_is_kept_for_a_year_and_not_sent_twice() {
        let first = serve(file("desk.js"), HeaderMap::new()).await.unwrap();
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(first.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        let mut asked = HeaderMap::new();
        asked.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let second = serve(file("desk.js"), asked).await.unwrap();
        assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
    }

    #[tokio::test]
    async fn a_stale_name_is_not_found() {
        let stale = Path("qinzheng.00000000.css".to_owned());
        assert!(serve(stale, HeaderMap::new()).await.is_err());
    }
}
