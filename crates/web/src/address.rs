//! Where a request comes from: the address of whoever asked, past the proxies that are known.

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

/// A network: `10.0.0.0/8`, `fd00::/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

/// The text is not a network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an address or a network: write it like `127.0.0.1` or `10.0.0.0/8`")]
pub struct NetworkError(String);

impl Network {
    /// The machine itself, on both protocols.
    pub fn this_machine() -> Vec<Self> {
        let v4 = Self { base: IpAddr::V4(Ipv4Addr::new(127, 0, 0, 0)), bits: 8 };
        let v6 = Self { base: IpAddr::V6(std::net::Ipv6Addr::LOCALHOST), bits: 128 };
        vec![v4, v6]
    }

    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        let (width, base, address) = match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                (32, u128::from(base.to_bits()), u128::from(address.to_bits()))
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => (128, base.to_bits(), address.to_bits()),
            _ => return false,
        };
        let free = width - u32::from(self.bits);
        (base ^ address).checked_shr(free).unwrap_or(0) == 0
    }
}

impl FromStr for Network {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NetworkError(text.to_owned());
        let (base, bits) = text.trim().split_once('/').unwrap_or((text.trim(), ""));
        let base: IpAddr = base.parse().map_err(|_| wrong())?;
        let width = if base.is_ipv4() { 32 } else { 128 };
        let bits = if bits.is_empty() { width } else { bits.parse().map_err(|_| wrong())? };
        if bits > width || text.trim().ends_with('/') {
            Err(wrong())
        } else {
            Ok(Self { base, bits })
        }
    }
}

/// The address of whoever asked.
///
/// The machine at the other end of the connection, unless that is a proxy we trust; then the last
/// address in `X-Forwarded-For` that is not such a proxy. What others write there is not believed.
pub(crate) fn of(request: &Request, trusted: &[Network]) -> IpAddr {
    let Some(peer) = peer(request) else { return IpAddr::V4(Ipv4Addr::UNSPECIFIED) };
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.holds(address));
    if !is_trusted(peer) {
        return peer;
    }
    let mut last = peer;
    for address in forwarded(request.headers()) {
        let Ok(address) = address.parse::<IpAddr>() else { break };
        last = address;
        if !is_trusted(address) {
            break;
        }
    }
    last
}

/// The machine at the other end of the connection.
pub(crate) fn peer(request: &Request) -> Option<IpAddr> {
    let info = request.extensions().get::<ConnectInfo<SocketAddr>>();
    info.map(|ConnectInfo(address)| address.ip().to_canonical())
}

/// Whether a proxy passed the request on.
pub(crate) fn is_forwarded(headers: &HeaderMap) -> bool {
    ["x-forwarded-for", "forwarded", "via", "x-real-ip"]
        .iter()
        .any(|name| headers.contains_key(*name))
}

/// The addresses in `X-Forwarded-For`, the nearest first.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lists = headers.get_all("x-forwarded-for").into_iter().rev();
    lists.filter_map(|list| list.to_str().ok()).flat_map(|list| list.rsplit(',')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn asked(peer: &str, forwarded: &[&str]) -> String {
        let mut request = Request::new(Body::empty());
        let peer: SocketAddr = format!("{peer}:9000").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        for list in forwarded {
            request.headers_mut().append("x-forwarded-for", list.parse().unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "127.0.0.1".parse().unwrap()];
        of(&request, &trusted).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(asked("192.0.2.1", &["198.51.100.7"]), "192.0.2.1");
        assert_eq!(asked("10.1.2.3", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(asked("10.1.2.3", &[]), "10.1.2.3");
        assert_eq!(asked("127.0.0.1", &["203.0.113.9, 198.51.100.7, 10.9.9.9"]), "198.51.100.7");
        assert_eq!(asked("127.0.0.1", &["203.0.113.9", "198.51.100.7"]), "198.51.100.7");
        assert_eq!(asked("127.0.0.1", &["nonsense"]), "127.0.0.1");
        assert_eq!(asked("127.0.0.1", &["198.51.100.7, nonsense"]), "127.0.0.1");
    }

    #[test]
    fn networks_are_read_and_hold_addresses() {
        let network: Network = "192.0.2.0/25".parse().unwrap();
        assert!(network.holds("192.0.2.127".parse().unwrap()));
        assert!(!network.holds("192.0.2.128".parse().unwrap()));
        assert!(network.holds("::ffff:192.0.2.1".parse().unwrap()));
        let all: Network = "::/0".parse().unwrap();
        assert!(all.holds("2001:db8::1".parse().unwrap()));
        assert!(!all.holds("192.0.2.1".parse().unwrap()));
        for bad in ["", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "fd00::/129", "example"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
        assert!(Network::this_machine()[0].holds("127.3.2.1".parse().unwrap()));
    }
}
