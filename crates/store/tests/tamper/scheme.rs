//! A scheme of the town for the store that is tampered with: in force, filed for, with a prompt that was dismissed and one that
//! became a finding.

use jiff::civil::date;
use qz_acts::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption};
use qz_acts::filing::{FilingForm, MakeFiling};
use qz_acts::matter::PaperForm;
use qz_acts::prompt::{DismissPrompt, PromptKey, TakeUpPrompt, TakingForm};
use qz_domain::id::AdoptionId;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::attendance;
use qz_testkit::county::County;

const TEXT: &str = "机制 镇务督办 代号=\"town-asks\" {
    单位 某镇
    周期 每日
    问 部署 { 栏 事项 类型=文字 }
    查 人手 据=\"人员\" 按=单位 当=\"人数 > 0\"
    查 在岗 据=\"人员\" 按=单位 当=\"人数 >= 1\"
}
";

/// The scheme on its first day, and what people made of that day on the next.
pub async fn scheme(url: &StoreUrl, county: &County) {
    let (liaison, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let form = AdoptionForm {
        unit: "QX20".to_owned(),
        covers: "alone".to_owned(),
        text: TEXT.to_owned(),
        paper: PaperForm::default(),
    };
    let adoption = county.done(DraftAdoption { actor: liaison, form }).await.adoption;
    let approve = ApproveAdoption {
        actor: head,
        adoption,
        version: 1,
        since: "2016-02-16".to_owned(),
        reason: String::new(),
        paper: PaperForm::default(),
    };
    county.done(approve).await;
    let form = FilingForm {
        element: "部署".to_owned(),
        cycle: "2016-02-16".to_owned(),
        unit: "QX20".to_owned(),
        fields: vec![("事项".to_owned(), "窗口轮班".to_owned())],
        ..FilingForm::default()
    };
    county.done(MakeFiling { actor: liaison, adoption, form }).await;
    let next = attendance::on(url, "2016-02-17 09:00").await;
    let (reason, paper) = ("人手本来就有。".to_owned(), PaperForm::default());
    let dismissed = key(adoption, "人手");
    next.done(DismissPrompt { actor: head, key: dismissed, reason, paper }).await;
    let form = TakingForm {
        organ: "QX20".to_owned(),
        weight: "in_unit".to_owned(),
        facts: "在岗的人没有登记在册。".to_owned(),
        paper: PaperForm::default(),
    };
    let taken = key(adoption, "在岗");
    next.done(TakeUpPrompt { actor: head, key: taken, form }).await;
}

fn key(adoption: AdoptionId, element: &str) -> PromptKey {
    let (element, subject) = (element.to_owned(), "QX20".to_owned());
    PromptKey { adoption, element, cycle: date(2016, 2, 16), subject }
}
