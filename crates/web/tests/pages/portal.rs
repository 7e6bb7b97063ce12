//! The pages of the portal, drawn through their doors: with a year of records, and in a new county.

#[path = "../portal/demo.rs"]
mod demo;
#[path = "../portal/year.rs"]
mod year;

use super::samples::Sample;
use qz_acts::StoreUrl;
use qz_testkit::client::Client;
use qz_web::words::Locale;
use std::sync::OnceLock;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The two counties, opened once for all pages.
struct Counties {
    runtime: Runtime,
    year: Client,
    new: Client,
    demo: Client,
    _folder: TempDir,
}

fn counties() -> &'static Counties {
    static COUNTIES: OnceLock<Counties> = OnceLock::new();
    COUNTIES.get_or_init(|| {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = |name: &str| StoreUrl::Sqlite(folder.path().join(name));
        let (acts, new) = runtime.block_on(async {
            let year = year::year(&place("year.db")).await;
            (year, year::visitor(&year::beginning(&place("new.db")).await))
        });
        let (year, demo) = (year::visitor(&acts), demo::visitor(&acts));
        Counties { runtime, year, new, demo, _folder: folder }
    })
}

fn draw(client: &Client, path: &str, locale: Locale) -> String {
    let mut client = client.clone();
    client.cookies.insert("lang".to_owned(), locale.tag().to_owned());
    counties().runtime.block_on(client.get(path)).body
}

macro_rules! pages {
    ($($name:literal: $county:ident $path:literal,)+) => {
        vec![$(Sample {
            name: $name,
            draw: |locale| Ok(draw(&counties().$county, $path, locale)),
        },)+]
    };
}

pub(super) fn samples() -> Vec<Sample> {
    let mut all = of_records();
    all.extend(of_mechanisms());
    all
}

fn of_records() -> Vec<Sample> {
    pages! {
        "portal-home": year "/",
        "portal-home-other-year": year "/?year=2014",
        "portal-home-new": new "/",
        "portal-home-demo": demo "/",
        "portal-tickets": year "/tickets",
        "portal-misconduct": year "/tickets/misconduct",
        "portal-ticket-figures": year "/tickets/statistics",
        "portal-ticket-rows": year "/tickets/statistics/rows",
        "portal-correction": year "/corrections/new?page=/statistics",
        "portal-complaint": year "/complaints/new",
        "portal-story": demo "/story",
        "portal-statistics": year "/statistics",
        "portal-statistics-quarters": year "/statistics?from=2014-01-01&to=2015-12-31",
        "portal-statistics-bad": year "/statistics?from=x&to=y",
        "portal-statistics-new": new "/statistics",
        "portal-units-visited": year "/statistics/units",
        "portal-organs": year "/statistics/organs",
        "portal-organs-bad": year "/statistics/organs?from=x",
        "portal-visits": year "/statistics/visits?from=2015-06-01&to=2015-06-30&unit=SH403",
        "portal-visits-page": year "/statistics/visits?page=3",
        "portal-visits-none": year "/statistics/visits?q=nothing",
        "portal-visits-bad": year "/statistics/visits?from=x&page=0&sort=x",
        "portal-visits-new": new "/statistics/visits",
        "portal-units": year "/units",
        "portal-units-found": year "/units?q=SH4&kind=town",
        "portal-units-none": year "/units?q=nothing",
        "portal-unit": year "/units/SH205",
        "portal-unit-never": year "/units/SH205?year=2014",
        "portal-unit-new": new "/units/SH",
        "portal-data": year "/data",
        "portal-archive": year "/archive",
        "portal-archive-found": year "/archive?q=3&year=2015",
        "portal-campaigns": year "/campaigns",
        "portal-campaigns-none": year "/campaigns?q=zzz&sort=ends",
        "portal-articles": year "/articles",
        "portal-reports": year "/reports",
        "portal-month": year "/reports/2015-07",
        "portal-draws": year "/draws",
        "portal-red": year "/lists/red",
        "portal-red-none": year "/lists/red?q=zzz",
        "portal-black": year "/lists/black",
        "portal-rectifications": year "/rectifications",
        "portal-rectifications-none": year "/rectifications?q=zzz&told=returned",
        "portal-search": year "/search",
        "portal-search-found": demo "/search?q=%E7%A0%9A%E6%BA%AA",
        "portal-search-room": demo "/search?q=%E9%95%87&room=units&page=2",
        "portal-search-none": year "/search?q=zzz",
    }
}

fn of_mechanisms() -> Vec<Sample> {
    pages! {
        "portal-mechanisms": year "/mechanisms",
        "portal-mechanisms-found": year "/mechanisms?words=%E5%85%AC%E5%BC%80&kind=check&sort=elements",
        "portal-mechanisms-none": year "/mechanisms?words=nothing-like-it",
        "portal-mechanism": year "/mechanisms/three-asks",
        "portal-mechanism-other-text": year "/mechanisms/three-in-one?text=en",
        "portal-mechanism-rules": new "/mechanisms/one-rule-eight-measures",
        "portal-mechanism-rows": new "/mechanisms/ten-key-projects?text=zh",
        "portal-mechanism-none": year "/mechanisms/nothing",
    }
}
