//! A chain of responsibility, as the files have it.

use super::day;
use jiff::civil::Date;
use qz_acts::liability::ChainForm;
use qz_acts::matter::PaperForm;
use qz_domain::liability::LinkGiven;
use serde::Deserialize;

/// Who answers for a matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    #[serde(deserialize_with = "day")]
    pub laid: Date,
    pub by: String,
    pub way: String,
    #[serde(rename = "link")]
    links: Vec<Link>,
}

/// One of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    person: String,
    position: String,
    duty: String,
    source: String,
    #[serde(default)]
    fault: String,
    #[serde(default)]
    facts: String,
    #[serde(default)]
    exculpation: String,
    #[serde(default)]
    proof: String,
    /// What a leader answered of people, instruction and means, each with what is known after a colon.
    #[serde(default)]
    asked: [String; 3],
}

impl Chain {
    /// What whoever laid it filled in.
    pub fn form(&self) -> ChainForm {
        let links = self.links.iter().map(Link::given).collect();
        ChainForm { way: self.way.clone(), links, paper: PaperForm::default() }
    }
}

impl Link {
    fn given(&self) -> LinkGiven {
        let asked = |said: &String| {
            let (given, known) = said.split_once('：').unwrap_or((said, ""));
            (given.to_owned(), known.to_owned())
        };
        LinkGiven {
            person: self.person.clone(),
            position: self.position.clone(),
            duty: self.duty.clone(),
            duty_source: self.source.clone(),
            fault: self.fault.clone(),
            facts: self.facts.clone(),
            exculpation: self.exculpation.clone(),
            proof: self.proof.clone(),
            share: String::new(),
            share_because: String::new(),
            asked: self.asked.each_ref().map(asked),
        }
    }
}
