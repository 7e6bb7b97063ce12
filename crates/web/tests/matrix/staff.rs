//! The staff of the matrix: for each role an account as near to the targets as its name says, each
//! signed in at its own browser.

use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_acts::account::{AccountForm, ConfirmRole, ProposeRole, RoleForm, open};
use qz_acts::organisation::{AddPerson, AddUnit, PersonForm, UnitForm};
use qz_acts::training::{RecordTraining, TrainingForm};
use qz_domain::power::Reach;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::client::Client;
use qz_testkit::county::{County, county};
use std::collections::BTreeMap;
use tempfile::TempDir;

const PASSWORD: &str = "seven herons over still water";

/// A person of each role who has a part in the own records.
pub const OWN: [(Role, &str); 12] = [
    (Role::Clerk, "G3"),
    (Role::Inspector, "G2"),
    (Role::Liaison, "G4"),
    (Role::Head, "G5"),
    (Role::Discipline, "G11"),
    (Role::Adjudicator, "G12"),
    (Role::FirstSecretary, "G14"),
    (Role::CountyLeader, "G18"),
    (Role::Publicity, "G17"),
    (Role::Cadre, "G8"),
    (Role::Hr, "G15"),
    (Role::Organisation, "G19"),
];

/// The unit that makes an account as near as this to a visit to QX50, and to what QX50 handles.
fn seat(near: Reach) -> &'static str {
    match near {
        Reach::Own | Reach::Unit => "QX50",
        Reach::System => "QX60",
        Reach::County => "QX20",
    }
}

/// Everybody, by role and nearness. Officers stand for the county.
pub struct Staff {
    pub county: County,
    pub clients: BTreeMap<(Role, Reach), Client>,
    folder: TempDir,
}

impl Staff {
    /// Where the county is kept.
    pub fn url(&self) -> StoreUrl {
        StoreUrl::Sqlite(self.folder.path().join("county.db"))
    }

    pub async fn hired() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = StoreUrl::Sqlite(folder.path().join("county.db"));
        let county = county(&url).await;
        prepare(&county).await;
        let mut staff = Self { county, clients: BTreeMap::new(), folder };
        for role in Role::ALL.iter().copied() {
            for near in Reach::ALL.iter().copied() {
                if let Some(client) = staff.hire(role, near).await {
                    staff.clients.insert((role, near), client);
                }
            }
        }
        staff
    }

    async fn hire(&self, role: Role, near: Reach) -> Option<Client> {
        let mut client = Client::at_demo(&self.county.acts);
        match (role, near) {
            (role, near) if role.is_officer() && near != Reach::County => return None,
            (role, _) if role.is_officer() => client.take(role.code()).await,
            (Role::Inspector | Role::Cadre, Reach::Own) => client.take(role.code()).await,
            (role, near) => {
                let own = OWN.iter().find(|(held, _)| *held == role).map(|(_, person)| *person);
                let person = own.filter(|_| near == Reach::Own).unwrap_or_default();
                let name = format!("{}.{}", role.code(), near.code());
                self.enrol(&mut client, &name, person, role, seat(near)).await;
            }
        }
        Some(client)
    }

    /// Opens an account, has its owner activate it at a browser, and gives it its role.
    async fn enrol(&self, client: &mut Client, name: &str, person: &str, role: Role, unit: &str) {
        let (system, security) =
            (self.county.account(Role::System).await, self.county.account(Role::Security).await);
        let acts = &self.county.acts;
        let form = AccountForm { name: name.to_owned(), person: person.to_owned() };
        let invited = open(acts, acts.new_request(), system, form).await.unwrap();
        let code = invited.code.unwrap();
        let form = RoleForm { role: role.code().to_owned(), unit: unit.to_owned() };
        let propose = ProposeRole { actor: system, account: invited.account, form };
        let grant = self.county.done(propose).await.grant;
        self.county.done(ConfirmRole { actor: security, grant }).await;
        let fields =
            [("name", name), ("code", code.reveal()), ("password", PASSWORD), ("again", PASSWORD)];
        let page = client.post("/sign-in/activate", &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}: {}", page.body);
        assert_eq!(client.get("/desk/me").await.status, StatusCode::OK, "{name}");
    }

    /// The browser of a role as near as this; an officer's for any nearness.
    pub fn client(&self, role: Role, near: Reach) -> Option<Client> {
        let near = if role.is_officer() { Reach::County } else { near };
        self.clients.get(&(role, near)).cloned()
    }
}

/// A second unit of QX50's line, three more people, and training for everybody who goes along.
async fn prepare(county: &County) {
    let actor = county.account(Role::Hr).await;
    let text = |text: &str| text.to_owned();
    let form = UnitForm {
        code: text("QX60"),
        name: text("县妇联"),
        name_en: text("Women's Federation"),
        kind: text("群团"),
        parent: text("QX"),
        line: text("党群"),
        since: text("2000-01-01"),
    };
    county.done(AddUnit { actor, form, source: String::new() }).await;
    let people =
        [("G17", "巫希和", "QX10-1"), ("G18", "郁临川", "QX10-1"), ("G19", "程见溪", "QX50-3")];
    for (number, name, post) in people {
        let form = PersonForm {
            number: text(number),
            name: text(name),
            kind: text("公务员"),
            unit: text(&post[..4]),
            post: text(post),
            since: text("2014-01-01"),
        };
        county.done(AddPerson { actor, form, source: String::new() }).await;
    }
    for person in ["G4", "G11", "G12", "G14", "G15", "G17", "G18", "G19"] {
        let form = TrainingForm {
            person: text(person),
            course: text("督查检查业务"),
            since: text("2015-01-01"),
            until: text("2016-12-31"),
        };
        county.done(RecordTraining { actor, form, source: String::new() }).await;
    }
}
