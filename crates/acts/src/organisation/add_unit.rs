//! Add a unit (新增单位).

use super::{named_unit, whole_county};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, UnitId};
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit, UnitKind};
use qz_store::{Act, Deed, Subject, Write, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of a unit; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitForm {
    /// 代码
    pub code: String,
    /// 名称
    pub name: String,
    /// 英文名; may be empty.
    pub name_en: String,
    /// 类别
    pub kind: String,
    /// 上级代码; empty for the county itself.
    pub parent: String,
    /// 系统
    pub line: String,
    /// 起始日期
    pub since: String,
}

/// Adds a unit.
#[derive(Debug, Clone)]
pub struct AddUnit {
    /// Who adds it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: UnitForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the unit got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitAdded {
    /// Number in the store.
    pub unit: UnitId,
}

impl Act for AddUnit {
    type Receipt = UnitAdded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<UnitAdded, ActError> {
        let Self { actor, form, source } = self;
        let action = Action::OrganisationImport;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let unit = read(write, &form).await?;
        unit::insert(write, &unit).await?;
        let deed = Deed {
            kind: action.code(),
            object: unit.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(UnitAdded { unit: unit.id })
    }
}

async fn read(write: &mut Write, form: &UnitForm) -> Result<Unit, ActError> {
    let mut wrong = Wrong::default();
    let code = wrong.note(field::text("code", &form.code, 40));
    let name = wrong.note(field::text("name", &form.name, 60));
    let name_en = wrong.note(field::optional_text("name_en", &form.name_en, 120));
    let kind = wrong.note(field::word::<UnitKind>("kind", &form.kind));
    let parent = match form.parent.trim() {
        "" => Some(None),
        given => {
            let found = named_unit(write.reads(), "parent", given).await;
            wrong.look(found)?.map(|unit| Some(unit.id))
        }
    };
    let line = wrong.note(field::word::<Line>("line", &form.line));
    let since = wrong.note(field::day("since", &form.since));
    let is_taken = match &code {
        Some(code) => unit::find_by_code(write.reads(), code).await?.is_some(),
        None => false,
    };
    let code = wrong.unless_taken("code", code, is_taken);
    let whole = (code, name, name_en, kind, parent, line, since);
    let (Some(code), Some(name), Some(name_en), Some(kind), Some(parent), Some(line), Some(since)) =
        whole
    else {
        return Err(wrong.into());
    };
    let id = UnitId(write.next_id());
    Ok(Unit { id, code, name, name_en, kind, parent, line, since })
}
