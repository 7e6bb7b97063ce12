//! Type an entry of a draw (录入抽签词): two parties do, each of another unit, after the announcement and
//! before anybody can know the checkpoint that comes next.

use super::load::begin;
use super::{DrawChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::draw::{DrawEntry, Step};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::refusal::Refusal;
use qz_engine::draw::{ENTRY_LEAST, ENTRY_MOST};
use qz_store::{Act, Write, person, unit};

/// Types an entry.
#[derive(Debug, Clone)]
pub struct EnterDraw {
    /// Who types it.
    pub actor: AccountId,
    /// Which draw.
    pub draw: DrawId,
    /// The version they read.
    pub version: i64,
    /// What they typed, of their own choice.
    pub text: String,
}

impl Act for EnterDraw {
    type Receipt = DrawChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DrawChanged, ActError> {
        let Self { actor, draw, version, text } = self;
        let begun = begin(write, actor, draw, (Step::Enter, version)).await?;
        let text = entry(&text)?;
        let earlier = Some(begun.draw.latest_on);
        let doing = matter::alone(write, &begun.actor, &PaperForm::default(), earlier).await?;
        let who = doing.by.first().copied().ok_or(ActError::NotFound)?;
        let name = person::find(write.reads(), who).await?.ok_or(ActError::NotFound)?.name;
        let Some(party) = unit::of_person(write.reads(), who, doing.day).await? else {
            return Err(Refusal::NoPost { person: name, day: doing.day }.into());
        };
        let party = party.name;
        begun.draw.must_be_another_party((who, &name), &party).map_err(Refusal::from)?;
        let entry = DrawEntry { person: who, by: party, text };
        qz_store::draw::add_entry(write, draw, begun.draw.entries.len(), &entry).await?;
        keep(write, begun, Step::Enter, &doing).await
    }
}

/// An entry, long enough to be nobody's guess.
fn entry(given: &str) -> Result<String, FieldError> {
    let text = field::text("entry", given, ENTRY_MOST)?;
    let found = text.chars().count();
    if found < ENTRY_LEAST {
        return Err(FieldError::new("entry", Fault::TooShort { least: ENTRY_LEAST, found }));
    }
    Ok(text)
}
