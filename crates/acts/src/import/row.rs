//! One row as an act: the same act a person uses, and the record of the file itself.

use super::columns::ImportKind;
use super::file::ImportFile;
use crate::away::{AwayForm, RecordAway};
use crate::deputy::{DeputyForm, SetDeputy};
use crate::kin::{DeclareKin, KinForm};
use crate::organisation::{
    AddPerson, AddPost, AddUnit, Appoint, AppointForm, PersonForm, PostForm, Transfer,
    TransferForm, UnitForm,
};
use crate::training::{RecordTraining, TrainingForm};
use crate::visit::{FilePaperVisit, PaperVisitForm};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, ImportId};
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Subject, Write};
use serde::{Deserialize, Serialize};

/// A row of a file, or the file itself.
#[derive(Debug, Clone)]
pub enum RowAct {
    /// The file's own record, first in its batch.
    File(RecordImport),
    /// A unit.
    Unit(AddUnit),
    /// A post.
    Post(AddPost),
    /// A person.
    Person(AddPerson),
    /// An appointment.
    Appoint(Box<Appoint>),
    /// A transfer.
    Transfer(Box<Transfer>),
    /// Who stands in for a post.
    Deputy(SetDeputy),
    /// An absence.
    Away(RecordAway),
    /// A tie of kin.
    Kin(DeclareKin),
    /// A training.
    Training(RecordTraining),
    /// A visit.
    Visit(Box<FilePaperVisit>),
}

/// What a row made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDone {
    /// The number of the record in the store.
    pub record: i64,
}

impl Act for RowAct {
    type Receipt = RowDone;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RowDone, ActError> {
        let record = match self {
            Self::File(act) => act.perform(write).await?.0,
            Self::Unit(act) => act.perform(write).await?.unit.0,
            Self::Post(act) => act.perform(write).await?.post.0,
            Self::Person(act) => act.perform(write).await?.person.0,
            Self::Appoint(act) => act.perform(write).await?.appointment.0,
            Self::Transfer(act) => act.perform(write).await?.appointment.0,
            Self::Deputy(act) => act.perform(write).await?.deputy.0,
            Self::Away(act) => act.perform(write).await?.away.0,
            Self::Kin(act) => act.perform(write).await?.kin.0,
            Self::Training(act) => act.perform(write).await?.training.0,
            Self::Visit(act) => act.perform(write).await?.visit.0,
        };
        Ok(RowDone { record })
    }
}

/// Records that a file was imported: its kind, name, hash and number of rows.
#[derive(Debug, Clone)]
pub struct RecordImport {
    /// Who imports it.
    pub actor: AccountId,
    /// What it holds.
    pub kind: ImportKind,
    /// Its name.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// How many rows it has.
    pub rows: i64,
}

impl Act for RecordImport {
    type Receipt = ImportId;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ImportId, ActError> {
        let action = needed(self.kind);
        let concern = Concern { stage: "", people: vec![], units: vec![] };
        let actor = power::require(write, self.actor, action, &concern).await?;
        let id = ImportId(write.next_id());
        let record = qz_store::import::Import {
            id,
            kind: self.kind.code().to_owned(),
            file_name: self.file_name,
            hash: self.hash,
            rows: self.rows,
            person: actor.person,
        };
        qz_store::import::insert(write, &record).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(id)
    }
}

/// The action whose power a kind of file needs.
pub(crate) fn needed(kind: ImportKind) -> Action {
    match kind {
        ImportKind::Units | ImportKind::Posts | ImportKind::People => Action::OrganisationImport,
        ImportKind::Appointments => Action::Appoint,
        ImportKind::Deputies => Action::DeputySet,
        ImportKind::Away => Action::AwayRecord,
        ImportKind::Kin => Action::KinDeclare,
        ImportKind::Training => Action::TrainingRecord,
        ImportKind::Visits => Action::VisitImport,
    }
}

/// The act of one row.
pub(crate) fn act_of(file: &ImportFile, actor: AccountId, row: &(usize, Vec<String>)) -> RowAct {
    let (number, cells) = row;
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let source = format!("{} #{number}", file.name);
    match file.kind {
        ImportKind::Units => {
            let form = UnitForm {
                code: at(0),
                name: at(1),
                name_en: at(2),
                kind: at(3),
                parent: at(4),
                line: at(5),
                since: at(6),
            };
            RowAct::Unit(AddUnit { actor, form, source })
        }
        ImportKind::Posts => {
            let form = PostForm {
                code: at(0),
                unit: at(1),
                name: at(2),
                name_en: at(3),
                rank: at(4),
                leads: at(5),
                authorised: at(6),
            };
            RowAct::Post(AddPost { actor, form, source })
        }
        ImportKind::People => {
            let form = PersonForm {
                number: at(0),
                name: at(1),
                kind: at(2),
                unit: at(3),
                post: at(4),
                since: at(5),
            };
            RowAct::Person(AddPerson { actor, form, source })
        }
        ImportKind::Appointments => moved(actor, cells, source),
        ImportKind::Deputies => deputy(actor, cells, source),
        ImportKind::Away => away(actor, cells, source),
        ImportKind::Kin => {
            let form =
                KinForm { person: at(0), relative: at(1), relation: at(2), declared_on: at(3) };
            RowAct::Kin(DeclareKin { actor, form, source })
        }
        ImportKind::Training => training(actor, cells, source),
        ImportKind::Visits => visit(file, actor, cells),
    }
}

fn training(actor: AccountId, cells: &[String], source: String) -> RowAct {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let form = TrainingForm { person: at(0), course: at(1), since: at(2), until: at(3) };
    RowAct::Training(RecordTraining { actor, form, source })
}

fn deputy(actor: AccountId, cells: &[String], source: String) -> RowAct {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let form = DeputyForm { post: at(0), deputy: at(1), since: at(2), until: at(3) };
    RowAct::Deputy(SetDeputy { actor, form, source })
}

fn away(actor: AccountId, cells: &[String], source: String) -> RowAct {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let [absentee, kind, since, until, note] = [at(0), at(1), at(2), at(3), at(4)];
    let form = AwayForm { absentee, kind, since, until, note };
    RowAct::Away(RecordAway { actor, form, source })
}

/// A row that names the post it leaves is a transfer.
fn moved(actor: AccountId, cells: &[String], source: String) -> RowAct {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let form = AppointForm {
        person: at(0),
        post: at(1),
        kind: at(2),
        since: at(3),
        due: at(4),
        paper_number: at(7),
        paper_day: at(8),
    };
    if at(5).trim().is_empty() {
        return RowAct::Appoint(Box::new(Appoint { actor, form, source }));
    }
    let form = TransferForm { to: form, from: at(5), taker: at(6) };
    RowAct::Transfer(Box::new(Transfer { actor, form, source }))
}

fn visit(file: &ImportFile, actor: AccountId, cells: &[String]) -> RowAct {
    let at = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let form = PaperVisitForm {
        number: at(0),
        organ: at(1),
        unit: at(2),
        manner: at(3),
        visited_at: at(4),
        team: vec![at(5), at(6), at(7)],
        observed: at(8),
        outcome: at(9),
        told: at(10),
        reply: at(11),
        hash: file.hash.clone(),
    };
    RowAct::Visit(Box::new(FilePaperVisit { actor, form }))
}
