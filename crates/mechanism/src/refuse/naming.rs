//! Names in public (点名): by a decision that rests on a provision, or as praise with consent; and what liability rests on.

use super::Remarks;
use super::flow::is_bulletin;
use super::said::{has_basis, said};
use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Kind};
use crate::language::Said;

const NAMED: &[&str] =
    &["点名", "实名", "姓名", "指名道姓", "曝光到人", "通报到人", "by name", "names of", "named"];

/// Remarks names without a ground.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for element in mechanism.elements() {
        match element.kind() {
            Some(Kind::Liability) if !has_basis(mechanism, element) => {
                let what = Said::new("追责没有依据", "liability rests on no provision");
                remarks.refuse(element.title_at.clone(), what, provision());
            }
            Some(Kind::Show) => shown(mechanism, element, remarks),
            _ => {}
        }
    }
}

fn shown(mechanism: &Mechanism, element: &Block, remarks: &mut Remarks<'_>) {
    let lists = element.word(Key::Content) == Some("names");
    let tone = element.word(Key::Tone);
    let is_praise = tone == Some("praise");
    let is_adverse = tone == Some("criticism") || tone.is_none() && is_bulletin(element);
    let of_person = matches!(element.word(Key::Per), Some("person" | "post"));
    let says = [
        element.title(),
        element.text(Key::Content).unwrap_or(""),
        element.text(Key::Note).unwrap_or(""),
    ];
    let is_said = says.iter().any(|text| said(text, NAMED).is_some());
    let is_named = lists || of_person || is_said;
    if is_praise && lists && !element.is(Key::Consent) {
        let what =
            Said::new("表扬也要本人同意才公开姓名", "praise names nobody without their consent");
        remarks.refuse(
            Remarks::at(element, Key::Content),
            what,
            Said::new("写上：同意=是", "write consent=yes"),
        );
    } else if lists && !is_praise && !is_adverse {
        let what = Said::new(
            "公开姓名要么是表扬，要么是有依据的通报",
            "names are shown as praise, or in a bulletin that rests on a provision",
        );
        let help = Said::new(
            "写上：类=表扬 同意=是；或者改成 内容=单位汇总",
            "write tone=praise consent=yes, or content=unit-summary",
        );
        remarks.refuse(Remarks::at(element, Key::Content), what, help);
    } else if is_adverse && is_named && !has_basis(mechanism, element) {
        let what = Said::new("点名通报没有依据", "a bulletin with names rests on no provision");
        remarks.refuse(element.title_at.clone(), what, provision());
    }
    if element.word(Key::Channel) == Some("media") && (is_named || is_adverse) && !is_praise {
        let what = Said::new("在媒体上点名或者通报", "it is named or criticised in the media");
        let help = Said::new(
            "默认只在本单位或者公示栏；确要上媒体，另一人签理由",
            "in the unit or on the notice board by default; a second person signs the reason",
        );
        remarks.warn(Remarks::at(element, Key::Channel), what, help);
    }
}

fn provision() -> Said {
    Said::new("写上条文：依据=\"《…》第…条\"", "name the provision: basis=\"…\"")
}
