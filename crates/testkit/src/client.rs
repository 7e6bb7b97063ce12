//! A browser for tests: it keeps cookies, remembers the token of the last page's forms, and says
//! which page a form was sent from, as browsers do. It asks the application itself, without a port.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use qz_acts::Acts;
use qz_web::app::{DemoConfig, WebConfig, app};
use qz_web::shell::Named;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// How the fixture county is served.
pub fn config() -> WebConfig {
    let county = Named::new("千溪县", "Qianxi County");
    WebConfig::new(county, Named::new("千溪县效能督查办公室", "Qianxi Efficiency Office"))
}

/// How the fixture county is served as a demo.
pub fn demo_config() -> WebConfig {
    let scenario = Named::new("2015年", "the year 2015");
    WebConfig {
        demo: Some(DemoConfig { scenario, beside: vec![], session: "qz", clock: None }),
        ..config()
    }
}

/// A browser.
#[derive(Clone)]
pub struct Client {
    app: Router,
    /// The address it comes from.
    pub peer: SocketAddr,
    /// The cookies it keeps, by name.
    pub cookies: BTreeMap<String, String>,
    /// The token in the forms of the last page that had one.
    pub csrf: String,
    /// Sent with every request besides.
    pub headers: HeaderMap,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
    /// The body as text, with a mark for what is none.
    pub body: String,
}

impl Client {
    /// A browser that has been nowhere.
    pub fn new(app: Router) -> Self {
        let peer = SocketAddr::from(([192, 0, 2, 1], 50_000));
        let (cookies, csrf, headers) = (BTreeMap::new(), String::new(), HeaderMap::new());
        Self { app, peer, cookies, csrf, headers }
    }

    /// A browser at the fixture county's demo.
    pub fn at_demo(acts: &Acts) -> Self {
        Self::new(app(acts.clone(), demo_config()))
    }

    /// The same application from another browser.
    #[must_use]
    pub fn stranger(&self) -> Self {
        Self::new(self.app.clone())
    }

    /// Takes a persona.
    ///
    /// # Panics
    /// When the demo has none of that name.
    pub async fn take(&mut self, persona: &str) {
        let page = self.post("/demo/sign-in", &[("persona", persona), ("back", "/desk/me")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{persona}: {}", page.body);
        let page = self.get("/desk/me").await;
        assert_eq!(page.status, StatusCode::OK, "{persona}: {}", page.body);
    }

    /// Opens a page. Redirects are not followed.
    ///
    /// # Panics
    /// When the path is no path.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form of this site with the token of the last page.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut fields = fields.to_vec();
        let csrf = self.csrf.clone();
        if !csrf.is_empty() && !fields.iter().any(|(name, _)| *name == "csrf") {
            fields.push(("csrf", &csrf));
        }
        let mut request = form(path, &fields);
        request.headers_mut().insert(FETCH_SITE, HeaderValue::from_static("same-origin"));
        self.send(request).await
    }

    /// Sends any request with the cookies.
    ///
    /// # Panics
    /// When the answer's body cannot be read.
    pub async fn send(&mut self, mut request: Request<Body>) -> Page {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let headers = request.headers_mut();
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        headers.entry(header::HOST).or_insert(HeaderValue::from_static("county.example"));
        if !self.cookies.is_empty() {
            let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            let cookie = pairs.collect::<Vec<_>>().join("; ");
            headers.insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        let response = self.app.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let (bytes, body) = (bytes.to_vec(), String::from_utf8_lossy(&bytes).into_owned());
        let page = Page { status: parts.status, headers: parts.headers, bytes, body };
        self.remember(&page);
        page
    }

    fn remember(&mut self, page: &Page) {
        for cookie in page.set_cookies() {
            let (pair, rest) = cookie.split_once(';').unwrap_or((&cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if let Some(csrf) = page.hidden("csrf") {
            self.csrf = csrf;
        }
    }
}

impl Page {
    /// The `Set-Cookie` lines.
    pub fn set_cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned()).collect()
    }

    /// Where it leads.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok())
    }

    /// The value of a hidden field of its forms.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split('"').next().map(str::to_owned)
    }
}

/// A form that nobody says where it was sent from.
///
/// # Panics
/// When the path is no path.
pub fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let encode = qz_web::query::encode;
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    let body = pairs.collect::<Vec<_>>().join("&");
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("a request")
}
