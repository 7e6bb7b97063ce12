//! The pager: which rows of how many are shown, and the way to the others.

use crate::query;
use crate::words::Words;
use askama::Template;

/// The pages of a list, by the parameter `page` of its address.
#[derive(Debug, Clone, Template)]
#[template(path = "part/pager.html")]
pub struct Pager {
    words: Words,
    address: String,
    page: u64,
    pages: u64,
    per_page: u64,
    total: u64,
}

/// One page in the row of pages; number 0 is a gap.
struct Place {
    number: u64,
    href: String,
    current: bool,
}

impl Pager {
    /// The pager of a list at `address` (path and query), on its page `page` of `per_page` rows,
    /// counted from 1, with `total` rows in all.
    pub fn new(words: Words, address: &str, page: u64, per_page: u64, total: u64) -> Self {
        let per_page = per_page.max(1);
        let pages = total.div_ceil(per_page).max(1);
        let page = page.clamp(1, pages);
        let address = query::without(address, "page");
        Self { words, address, page, pages, per_page, total }
    }

    /// The first row shown, counted from 1; 0 when there is none.
    fn from(&self) -> u64 {
        if self.total == 0 { 0 } else { (self.page - 1) * self.per_page + 1 }
    }

    /// The last row shown.
    fn to(&self) -> u64 {
        (self.page * self.per_page).min(self.total)
    }

    fn href(&self, page: u64) -> String {
        if page == 1 {
            self.address.clone()
        } else {
            query::with(&self.address, "page", &page.to_string())
        }
    }

    fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.href(self.page - 1))
    }

    fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| self.href(self.page + 1))
    }

    fn places(&self) -> Vec<Place> {
        let place =
            |number| Place { href: self.href(number), current: number == self.page, number };
        self.shown().into_iter().map(place).collect()
    }

    /// The first, the last and those around this page; 0 stands for a gap.
    fn shown(&self) -> Vec<u64> {
        let near = self.page.saturating_sub(1).max(1)..=(self.page + 1).min(self.pages);
        let mut shown = Vec::new();
        for page in 1..=self.pages {
            if page == 1 || page == self.pages || near.contains(&page) {
                shown.push(page);
            } else if shown.last() != Some(&0) {
                shown.push(0);
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(page: u64, total: u64) -> Pager {
        Pager::new(Words::default(), "/tasks?page=9&unit=3", page, 12, total)
    }

    #[test]
    fn the_rows_shown_are_counted() {
        let rows = |page, total| (pager(page, total).from(), pager(page, total).to());
        assert_eq!(rows(1, 62), (1, 12));
        assert_eq!(rows(6, 62), (61, 62));
        assert_eq!(rows(9, 62), (61, 62));
        assert_eq!(rows(1, 0), (0, 0));
    }

    #[test]
    fn pages_far_away_become_a_gap() {
        assert_eq!(pager(1, 24).shown(), [1, 2]);
        assert_eq!(pager(5, 120).shown(), [1, 0, 4, 5, 6, 0, 10]);
        assert_eq!(pager(1, 120).shown(), [1, 2, 0, 10]);
    }

    #[test]
    fn the_filter_stays_in_the_links() {
        assert_eq!(pager(1, 62).href(2), "/tasks?unit=3&page=2");
        assert_eq!(pager(2, 62).href(1), "/tasks?unit=3");
    }
}
