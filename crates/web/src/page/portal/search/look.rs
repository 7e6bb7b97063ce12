//! Looks into the rooms of the portal: what is found in each, and how much.

use super::Hit;
use super::excerpt::{Excerpt, excerpt, first};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::help;
use crate::page::portal::{
    articles, bulletins, campaigns, fault, has, law, mechanism, mechanisms, named, story,
    unit_link, unit_name,
};
use crate::part::Link;
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::article::public::{ArticleFilter, ArticleLine, ArticleSort};
use qz_acts::bulletin::public::{
    BulletinFilter, BulletinLine, BulletinSort, Page, PublicBulletin, Reader,
};
use qz_acts::campaign::public::{CampaignFilter, CampaignLine, CampaignSort, PublicCampaign};
use qz_domain::article::body::{Block, Piece};
use qz_domain::law::Law;

/// A room of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Bulletins,
    Campaigns,
    Articles,
    Units,
    Mechanisms,
    Law,
    Story,
    Help,
}

impl Room {
    pub const ALL: [Self; 8] = [
        Self::Bulletins,
        Self::Campaigns,
        Self::Articles,
        Self::Units,
        Self::Mechanisms,
        Self::Law,
        Self::Story,
        Self::Help,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Bulletins => "bulletins",
            Self::Campaigns => "campaigns",
            Self::Articles => "articles",
            Self::Units => "units",
            Self::Mechanisms => "mechanisms",
            Self::Law => "law",
            Self::Story => "story",
            Self::Help => "help",
        }
    }

    /// The key of its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Bulletins => "nav-bulletins",
            Self::Campaigns => "nav-campaigns",
            Self::Articles => "nav-articles",
            Self::Units => "nav-units",
            Self::Mechanisms => "nav-mechanisms",
            Self::Law => "nav-law",
            Self::Story => "nav-story",
            Self::Help => "nav-help",
        }
    }
}

/// What is looked for, and where.
pub(super) struct Look<'a> {
    pub state: &'a WebState,
    pub words: Words,
    pub looked: &'a str,
    pub today: Date,
}

/// Which page, from 1, of how many hits.
type Asked = (u64, usize);
/// The hits of a page, and how many there are in all.
type Found = (Vec<Hit>, usize);

impl Look<'_> {
    /// Looks into one room.
    pub async fn room(&self, room: Room, asked: Asked) -> Result<Found, WebError> {
        match room {
            Room::Bulletins => self.bulletins(asked).await,
            Room::Campaigns => self.campaigns(asked).await,
            Room::Articles => self.articles(asked).await,
            Room::Units => Ok(cut(self.units().await?, asked)),
            Room::Mechanisms => Ok(cut(self.mechanisms(), asked)),
            Room::Law => Ok(cut(self.law(), asked)),
            Room::Story => Ok(cut(self.story()?, asked)),
            Room::Help => Ok(cut(self.help(), asked)),
        }
    }

    fn hit(&self, link: Link, about: String, texts: &[&str]) -> Option<Hit> {
        let title = excerpt(&link.label, self.looked);
        let excerpt = first(texts.iter().copied(), self.looked).or(title)?;
        Some(Hit { link, about, excerpt })
    }

    /// As [`Look::hit`] of what the store has found: without an excerpt where the words stand in no text.
    fn always(&self, link: Link, about: String, texts: &[&str]) -> Hit {
        let found = self.hit(link.clone(), about.clone(), texts);
        found.unwrap_or_else(|| Hit { link, about, excerpt: Excerpt::default() })
    }

    async fn bulletins(&self, (at, size): Asked) -> Result<Found, WebError> {
        let text = Some(self.looked.to_owned());
        let filter = BulletinFilter { text, ..BulletinFilter::default() };
        let found = self.state.acts.published(&filter, BulletinSort::Latest, paged(at, size)).await;
        let (lines, total) = found.map_err(fault)?;
        let mut hits = vec![];
        for line in lines {
            let as_read = (Reader::Anybody, self.today);
            let read = self.state.acts.public_bulletin(line.id, as_read).await.map_err(fault)?;
            hits.push(self.bulletin(&line, &read));
        }
        Ok((hits, usize::try_from(total).unwrap_or_default()))
    }

    fn bulletin(&self, of: &BulletinLine, read: &PublicBulletin) -> Hit {
        let link = Link::new(format!("{}/{}", bulletins::PATH, of.id), of.title.clone());
        let about = format!("{} · {}", bulletins::number(self.words, of), of.published_on);
        let items = read.items.iter();
        let told = items.flat_map(|item| [item.conduct.as_str(), item.unit.name.as_str()]);
        let texts: Vec<&str> =
            [read.lead.as_str(), read.close.as_str()].into_iter().chain(told).collect();
        self.always(link, about, &texts)
    }

    async fn campaigns(&self, (at, size): Asked) -> Result<Found, WebError> {
        let text = Some(self.looked.to_owned());
        let filter = CampaignFilter { text, ..CampaignFilter::default() };
        let acts = &self.state.acts;
        let found = acts.issued_campaigns(&filter, CampaignSort::Latest, paged(at, size)).await;
        let (lines, total) = found.map_err(fault)?;
        let mut hits = vec![];
        for line in lines {
            let read = acts.public_campaign(line.id).await.map_err(fault)?;
            hits.push(self.campaign(&line, &read));
        }
        Ok((hits, usize::try_from(total).unwrap_or_default()))
    }

    fn campaign(&self, of: &CampaignLine, read: &PublicCampaign) -> Hit {
        let link = Link::new(format!("{}/{}", campaigns::PATH, of.id), of.title.clone());
        let lead = named(self.words, &of.organ);
        let parts = [lead, of.doc_number.clone(), of.issued_on.clone()];
        let about: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let blocks: Vec<String> = read.blocks.iter().map(plain).collect();
        let duties = read.campaign.duties.iter().map(|duty| duty.text.as_str());
        let purpose = std::iter::once(read.campaign.purpose.as_str());
        let texts: Vec<&str> =
            purpose.chain(blocks.iter().map(String::as_str)).chain(duties).collect();
        self.always(link, about.join(" · "), &texts)
    }

    async fn articles(&self, (at, size): Asked) -> Result<Found, WebError> {
        let text = Some(self.looked.to_owned());
        let filter = ArticleFilter { text, ..ArticleFilter::default() };
        let acts = &self.state.acts;
        let found = acts.published_articles(&filter, ArticleSort::Latest, paged(at, size)).await;
        let (lines, total) = found.map_err(fault)?;
        let mut hits = vec![];
        for line in lines {
            let read = acts.public_article(line.id).await.map_err(fault)?;
            hits.push(self.article(&line, &read.blocks));
        }
        Ok((hits, usize::try_from(total).unwrap_or_default()))
    }

    fn article(&self, of: &ArticleLine, blocks: &[Block]) -> Hit {
        let link = Link::new(format!("{}/{}", articles::PATH, of.id), of.title.clone());
        let about = format!("{} · {}", self.words.term(of.section), of.source);
        let texts: Vec<String> = blocks.iter().map(plain).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.always(link, about, &texts)
    }

    async fn units(&self) -> Result<Vec<Hit>, WebError> {
        let units = self.state.acts.units().await.map_err(fault)?;
        let hit = |unit: &qz_domain::unit::Unit| {
            let link = Link::new(unit_link(&unit.code), unit_name(self.words, unit));
            let about = format!("{} · {}", unit.code, self.words.term(unit.kind));
            self.hit(link, about, &[&unit.name, &unit.name_en, &unit.code])
        };
        Ok(units.iter().filter_map(hit).collect())
    }

    /// The schemes that ship, by their text.
    fn mechanisms(&self) -> Vec<Hit> {
        let hit = |(code, both): &(&str, mechanism::shipped::Both)| {
            let scheme = both.read_by(self.words);
            let link = Link::new(format!("{}/{code}", mechanisms::PATH), scheme.title());
            let reading = mechanism::reading(self.words, scheme).unwrap_or_default();
            self.hit(link, reading, &[scheme.text()])
        };
        mechanism::shipped::all().iter().filter_map(hit).collect()
    }

    /// The grounds and measures of today's law.
    fn law(&self) -> Vec<Hit> {
        let (law, words) = (Law::shipped().on(self.today), self.words);
        let grounds = law.grounds().filter_map(|row| {
            let link = Link::new(law::PATH, words.unit(&row.zh, &row.en));
            self.hit(link, row.source.clone(), &[&row.summary, &row.zh, &row.en])
        });
        let measures = law.measures().filter_map(|row| {
            let link = Link::new(law::PATH, words.unit(&row.zh, &row.en));
            self.hit(link, row.source.clone(), &[&row.zh, &row.en])
        });
        measures.chain(grounds).collect()
    }

    /// The points of the story, in a demo.
    fn story(&self) -> Result<Vec<Hit>, WebError> {
        if !has(self.state, story::PATH) {
            return Ok(vec![]);
        }
        let told = story::told_points(self.words)?;
        let hits = told.into_iter().filter_map(|(number, title, text)| {
            let link = Link::new(format!("{}#p{number}", story::PATH), title);
            self.hit(link, String::new(), &[&text])
        });
        Ok(hits.collect())
    }

    fn help(&self) -> Vec<Hit> {
        let topics = help::texts(self.words).into_iter();
        topics.filter_map(|(link, text)| self.hit(link, String::new(), &[&text])).collect()
    }
}

fn paged(at: u64, size: usize) -> Page {
    Page::number(at.cast_signed(), i64::try_from(size).unwrap_or(i64::MAX))
}

fn cut(hits: Vec<Hit>, (at, size): Asked) -> Found {
    let total = hits.len();
    let skip = usize::try_from(at.saturating_sub(1)).unwrap_or_default().saturating_mul(size);
    (hits.into_iter().skip(skip).take(size).collect(), total)
}

/// The words of a block; a figure has none.
fn plain(block: &Block) -> String {
    let words = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Link { says, .. } => says.clone(),
        Piece::Figure(_) => String::new(),
    };
    match block {
        Block::Heading(heading) => heading.clone(),
        Block::Paragraph(line) => line.iter().map(words).collect(),
        Block::List(lines) => lines.iter().flatten().map(words).collect(),
    }
}
