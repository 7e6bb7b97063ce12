//! The address of a public page (页面地址) that somebody says is wrong.

use crate::field::{Fault, FieldError};
use crate::id::{ArticleId, BulletinId};

/// The most characters of an address.
pub const PAGE_MOST: usize = 200;

/// Where no public page is: the desk, the doors to it, and what serves pages.
const NOT_PUBLIC: [&str; 8] =
    ["/desk", "/sign-in", "/api", "/demo", "/asset", "/tickets", "/corrections", "/complaints"];

/// Reads the address of a page of this site: its path alone, without what was asked of it.
///
/// # Errors
/// Where it is missing, too long, of another site, or no public page.
pub fn read(field: &'static str, given: &str) -> Result<String, FieldError> {
    let given = given.trim();
    let path = given.split(['?', '#']).next().unwrap_or_default();
    let found = path.chars().count();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.%".contains(c);
    let below = |room: &str| path.strip_prefix(room).is_some_and(|rest| !rest.starts_with('-'));
    let is_local = path.starts_with('/') && !path.starts_with("//") && path.chars().all(plain);
    let fault = if path.is_empty() {
        Fault::Missing
    } else if found > PAGE_MOST {
        Fault::TooLong { most: PAGE_MOST, found }
    } else if !is_local || NOT_PUBLIC.iter().any(|room| below(room)) {
        Fault::BadForm("/bulletins/12")
    } else {
        return Ok(path.to_owned());
    };
    Err(FieldError::new(field, fault))
}

/// The article whose page it is.
pub fn article(path: &str) -> Option<ArticleId> {
    path.strip_prefix("/articles/")?.parse().ok()
}

/// The bulletin whose page it is.
pub fn bulletin(path: &str) -> Option<BulletinId> {
    path.strip_prefix("/bulletins/")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_path_of_the_portal_without_what_was_asked_of_it() {
        let page = |given| read("page", given).ok();
        assert_eq!(page(" /articles/7?fs=large#x "), Some("/articles/7".to_owned()));
        assert_eq!(page("/"), Some("/".to_owned()));
        assert_eq!(page("/units/%E9%95%87"), Some("/units/%E9%95%87".to_owned()));
        for bad in ["", "https://a.example/", "//a.example", "/desk/tickets", "/a b", "/<x>", "a"] {
            assert_eq!(page(bad), None, "{bad}");
        }
        assert_eq!(page(&format!("/{}", "a".repeat(PAGE_MOST))), None);
    }

    #[test]
    fn the_page_of_an_article_or_a_bulletin_names_it() {
        assert_eq!(article("/articles/7"), Some(ArticleId(7)));
        assert_eq!(article("/articles"), None);
        assert_eq!(bulletin("/bulletins/9"), Some(BulletinId(9)));
        assert_eq!(bulletin("/articles/9"), None);
    }
}
