//! What is checked of the lines of elements: fields of forms, links of liability, lights.

use crate::block::Block;
use crate::grammar::{Key, Node};
use crate::language::Said;
use crate::{Diagnostic, Mechanism};

/// Checks one block.
pub(super) fn check(mechanism: &Mechanism, block: &Block, remarks: &mut Vec<Diagnostic>) {
    let wrong = match block.node {
        Node::Field => field(block),
        Node::Link => link(block),
        Node::Light => light(block),
        Node::Word => word(block),
        Node::Element(_) | Node::Post => bounds(block),
        _ => None,
    };
    if let Some((what, help)) = wrong {
        remarks.push(mechanism.fault(block.title_at.clone(), what).with_help(help));
    }
}

type Wrong = Option<(Said, Said)>;

fn field(block: &Block) -> Wrong {
    let kind = block.word(Key::Type);
    let has = |key| block.setting(key).is_some();
    let title = block.title();
    if kind == Some("choice") && !has(Key::Choices) {
        return Some((
            Said::new(
                format!("“{title}”是选项，没有写可以选什么"),
                format!("`{title}` is a choice of nothing"),
            ),
            Said::new("写上：选=\"甲、乙、丙\"", "write choices=\"one、two、three\""),
        ));
    }
    if kind == Some("reference") && !has(Key::LeadsTo) {
        return Some((
            Said::new(
                format!("“{title}”是引用，没有写引用什么"),
                format!("`{title}` refers to nothing"),
            ),
            Said::new("写上：至=事项", "write leads-to=task"),
        ));
    }
    let is_number = matches!(kind, Some("number" | "money" | "score"));
    if !is_number && (has(Key::Least) || has(Key::Greatest)) {
        return Some((
            Said::new(
                format!("“{title}”不是数，没有最小最大"),
                format!("`{title}` is no number and has no bounds"),
            ),
            Said::new("写上：类型=数", "write type=number"),
        ));
    }
    bounds(block)
}

fn bounds(block: &Block) -> Wrong {
    let (least, greatest) = (block.number(Key::Least)?, block.number(Key::Greatest)?);
    (least > greatest).then(|| {
        let what = Said::new(
            format!("最小{least}比最大{greatest}还大"),
            format!("the least, {least}, is more than the greatest, {greatest}"),
        );
        (what, Said::new("两个换过来", "swap the two"))
    })
}

fn link(block: &Block) -> Wrong {
    let title = block.title();
    if block.setting(Key::OwnFault).is_none() {
        return Some((
            Said::new(
                format!("环节“{title}”没有写自身过错：只凭职务不追责"),
                format!("link `{title}` names no own fault: nobody answers by position alone"),
            ),
            Said::new("写上：过错=\"明知而不制止\"", "write own-fault=\"…\""),
        ));
    }
    if block.setting(Key::Duty).is_none() {
        return Some((
            Said::new(format!("环节“{title}”没有写职责"), format!("link `{title}` names no duty")),
            Said::new("写上：职责=\"…\"", "write duty=\"…\""),
        ));
    }
    None
}

fn light(block: &Block) -> Wrong {
    let has = |key| block.setting(key).is_some();
    let is_whole = has(Key::Colour) && has(Key::Form) && has(Key::Saying);
    (!is_whole).then(|| {
        (
            Said::new(
                format!("灯“{}”要有颜色、形和字", block.title()),
                format!("light `{}` needs colour, shape and saying", block.title()),
            ),
            Said::new(
                "不分辨颜色的人靠形和字：颜色=红 形=三角 字=\"逾期\"",
                "whoever does not tell colours apart goes by the others: colour=red shape=triangle saying=\"overdue\"",
            ),
        )
    })
}

/// A county's own verb does not stand for what has consequences.
fn word(block: &Block) -> Wrong {
    use crate::block::Value;
    use crate::grammar::Kind::{Assess, Draw, Liability};
    let title = block.title();
    let Some(setting) = block.setting(Key::Is) else {
        return Some((
            Said::new(format!("“{title}”就是哪一类？"), format!("which kind is `{title}`?")),
            Said::new("写上：即=亮", "write is=show"),
        ));
    };
    let Value::Kind(kind) = setting.value else { return None };
    let is_bulletin = kind.names.0 == "通报";
    if matches!(kind.kind, Assess | Liability | Draw) || is_bulletin {
        return Some((
            Said::new(
                format!("自己的词不能代替“{}”", kind.names.0),
                format!("a word of your own does not stand for `{}`", kind.names.1),
            ),
            Said::new(
                "考、追责、通报、抽要写本来的词，让人一眼看见",
                "assess, liability, bulletin and draw are written as they are, for everybody to see",
            ),
        ));
    }
    let is_taken = Node::of(title).is_some();
    is_taken.then(|| {
        (
            Said::new(format!("“{title}”已经是一个词"), format!("`{title}` is a word already")),
            Said::new("换一个", "take another"),
        )
    })
}
