//! Help (帮助): short guide pages, linked from the forms they explain. Anyone may read them.
//!
//! A section is one message: its first line is the heading, the others are the steps.

use crate::door::{Doors, Method::Get};
use crate::error::WebError;
use crate::part::{Crumb, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::power::POWERS;
use qz_domain::action::Action;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .public(Get, "/help", index)
        .public(Get, "/help/{topic}", topic)
        .footer("/help", "nav-help")
        .rail("rail-own", "/help", "nav-help", Action::SelfService)
}

/// A page of help and its sections.
struct Topic {
    code: &'static str,
    sections: &'static [&'static str],
}

const TOPICS: &[Topic] = &[
    Topic {
        code: "visit",
        sections: &["plan", "write", "sign", "reply", "paper", "correct", "evidence", "off"],
    },
    Topic { code: "import", sections: &["before", "file", "rehearse", "confirm", "again"] },
    Topic { code: "public", sections: &["shown", "hidden", "check"] },
    Topic { code: "mechanism", sections: &["name", "marks", "rules", "file"] },
    Topic { code: "duty", sections: &["posts", "draft", "published", "swap", "time-off"] },
    Topic { code: "keys", sections: &["lists", "grid", "looks"] },
    Topic { code: "record", sections: &["mine", "reads", "objection", "answer", "notices"] },
    Topic { code: "roles", sections: &["accounts"] },
];

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage {
    shell: Shell,
    topics: Vec<(Link, String)>,
}

#[derive(Template)]
#[template(path = "help/topic.html")]
struct TopicPage {
    shell: Shell,
    guide: Guide,
}

#[derive(Template)]
#[template(path = "help/desk_index.html")]
struct DeskIndexPage {
    shell: Shell,
    topics: Vec<(Link, String)>,
}

#[derive(Template)]
#[template(path = "help/desk_topic.html")]
struct DeskTopicPage {
    shell: Shell,
    guide: Guide,
}

/// What a page of help says.
struct Guide {
    crumb: Crumb,
    title: String,
    lead: String,
    sections: Vec<Section>,
    roles: Vec<Held>,
    others: Vec<Link>,
}

/// A heading and its steps.
struct Section {
    id: &'static str,
    title: String,
    steps: Vec<String>,
}

/// A role and what it may do.
struct Held {
    role: String,
    actions: Vec<String>,
}

fn link(words: Words, topic: &Topic) -> Link {
    let title = words.say(&format!("help-{}-title", topic.code));
    Link::new(format!("/help/{}", topic.code), title)
}

/// `GET /help`
async fn index(shell: Shell) -> Result<Response, WebError> {
    let words = shell.words;
    let lead = |topic: &Topic| words.say(&format!("help-{}-lead", topic.code));
    let topics = TOPICS.iter().map(|topic| (link(words, topic), lead(topic))).collect();
    let page = if shell.officer.is_some() {
        DeskIndexPage { shell, topics }.render()?
    } else {
        IndexPage { shell, topics }.render()?
    };
    Ok(Html(page).into_response())
}

/// `GET /help/{topic}`
async fn topic(shell: Shell, Path(code): Path<String>) -> Result<Response, WebError> {
    let topic = TOPICS.iter().find(|topic| topic.code == code).ok_or(WebError::NotFound)?;
    let guide = guide(shell.words, topic);
    let page = if shell.officer.is_some() {
        DeskTopicPage { shell, guide }.render()?
    } else {
        TopicPage { shell, guide }.render()?
    };
    Ok(Html(page).into_response())
}

fn guide(words: Words, topic: &Topic) -> Guide {
    let title = words.say(&format!("help-{}-title", topic.code));
    let above = vec![Link::new("/help", words.say("nav-help"))];
    let roles = if topic.code == "roles" { roles(words) } else { vec![] };
    let others = TOPICS.iter().filter(|other| other.code != topic.code);
    Guide {
        crumb: Crumb::new(words, above, title.clone()),
        lead: words.say(&format!("help-{}-lead", topic.code)),
        sections: topic.sections.iter().map(|id| section(words, topic.code, id)).collect(),
        roles,
        others: others.map(|other| link(words, other)).collect(),
        title,
    }
}

fn section(words: Words, topic: &str, id: &'static str) -> Section {
    let text = words.say(&format!("help-{topic}-{id}"));
    let mut lines = text.lines().map(str::to_owned);
    Section { id, title: lines.next().unwrap_or_default(), steps: lines.collect() }
}

/// Every topic with all that it says, for the search.
pub(crate) fn texts(words: Words) -> Vec<(Link, String)> {
    let text = |topic: &Topic| {
        let lead = words.say(&format!("help-{}-lead", topic.code));
        let parts = topic.sections.iter();
        let parts = parts.map(|id| words.say(&format!("help-{}-{id}", topic.code)));
        std::iter::once(lead).chain(parts).collect::<Vec<_>>().join("\n")
    };
    TOPICS.iter().map(|topic| (link(words, topic), text(topic))).collect()
}

/// Every role with its powers, as the table of powers has them.
fn roles(words: Words) -> Vec<Held> {
    let held = |role: &Role| Held {
        role: words.term(*role),
        actions: POWERS
            .iter()
            .filter(|row| row.role == *role && row.action != Action::SelfService)
            .map(|row| words.term(row.action))
            .collect(),
    };
    Role::ALL.iter().map(held).collect()
}
