//! Add a post (新增岗位).

use super::{named_unit, whole_county};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, PostId};
use qz_domain::post::{Post, Rank};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of a post; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostForm {
    /// 代码
    pub code: String,
    /// 单位代码
    pub unit: String,
    /// 名称
    pub name: String,
    /// 英文名; may be empty.
    pub name_en: String,
    /// 职级
    pub rank: String,
    /// 领导职务: 是 or 否.
    pub leads: String,
    /// 编制数
    pub authorised: String,
}

/// Adds a post.
#[derive(Debug, Clone)]
pub struct AddPost {
    /// Who adds it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: PostForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the post got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostAdded {
    /// Number in the store.
    pub post: PostId,
}

impl Act for AddPost {
    type Receipt = PostAdded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PostAdded, ActError> {
        let Self { actor, form, source } = self;
        let action = Action::OrganisationImport;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let post = read(write, &form).await?;
        unit::insert_post(write, &post).await?;
        let deed = Deed {
            kind: action.code(),
            object: post.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(PostAdded { post: post.id })
    }
}

async fn read(write: &mut Write, form: &PostForm) -> Result<Post, ActError> {
    let mut wrong = Wrong::default();
    let code = wrong.note(field::text("code", &form.code, 40));
    let unit = wrong.look(named_unit(write.reads(), "unit", &form.unit).await)?;
    let name = wrong.note(field::text("name", &form.name, 40));
    let name_en = wrong.note(field::optional_text("name_en", &form.name_en, 120));
    let rank = wrong.note(field::word::<Rank>("rank", &form.rank));
    let leads = wrong.note(yes_or_no("leads", &form.leads));
    let authorised = wrong.note(field::number("authorised", &form.authorised, 1, 999));
    let is_taken = match &code {
        Some(code) => unit::find_post(write.reads(), code).await?.is_some(),
        None => false,
    };
    let code = wrong.unless_taken("code", code, is_taken);
    let whole = (code, unit, name, name_en, rank, leads, authorised);
    let (
        Some(code),
        Some(of),
        Some(name),
        Some(name_en),
        Some(rank),
        Some(leads),
        Some(authorised),
    ) = whole
    else {
        return Err(wrong.into());
    };
    let id = PostId(write.next_id());
    Ok(Post { id, code, unit: of.id, name, name_en, rank, leads, authorised })
}

fn yes_or_no(field: &'static str, given: &str) -> Result<bool, FieldError> {
    match given.trim() {
        "是" | "yes" | "1" => Ok(true),
        "否" | "no" | "0" => Ok(false),
        "" => Err(FieldError::new(field, Fault::Missing)),
        found => {
            let (found, allowed) = (found.to_owned(), "是 否".to_owned());
            Err(FieldError::new(field, Fault::NotOneOf { found, allowed }))
        }
    }
}
