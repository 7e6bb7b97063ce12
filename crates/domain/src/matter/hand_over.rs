//! Handing a matter over (转办): to the organ above, or to another in one's stead, where an organ is short of people or
//! those it has are tied to the matter.

use super::MatterRefusal;
use crate::id::UnitId;
use crate::spelled;
use crate::unit::Unit;

spelled! {
    /// To whom a matter is handed over (转办方式).
    HandOver {
        /// 提级办理: to the organ above, which takes it with every step.
        Lifted = "lifted", "提级办理";
        /// 交叉办理: to another organ, which acts in one's stead and by one's authority.
        Crossed = "crossed", "交叉办理";
    }
}

/// Who hands over, who takes it, and whom it concerns.
#[derive(Debug, Clone, Copy)]
pub struct Handing<'a> {
    /// Who has it.
    pub from: &'a Unit,
    /// Who is to have it.
    pub to: &'a Unit,
    /// Whether that one decides for the whole county.
    pub reaches_the_county: bool,
    /// The unit concerned and those below it.
    pub concerned: &'a [UnitId],
}

impl HandOver {
    /// Refuses whom a matter cannot be handed to.
    ///
    /// # Errors
    /// They have it, it concerns them, or they are not above.
    pub fn must_fit(self, handing: Handing<'_>) -> Result<(), MatterRefusal> {
        let Handing { from, to, reaches_the_county, concerned } = handing;
        if from.id == to.id || concerned.contains(&to.id) {
            return Err(MatterRefusal::NotForThem { unit: to.name.clone() });
        }
        let is_above = from.parent == Some(to.id) || reaches_the_county;
        if self == Self::Lifted && !is_above {
            return Err(MatterRefusal::NotAbove { organ: to.name.clone() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{Line, UnitKind};
    use jiff::civil::date;

    fn unit(id: i64, parent: Option<i64>) -> Unit {
        Unit {
            id: UnitId(id),
            code: format!("U{id}"),
            name: format!("单位{id}"),
            name_en: String::new(),
            kind: UnitKind::Town,
            parent: parent.map(UnitId),
            line: Line::Towns,
            since: date(2015, 1, 1),
        }
    }

    #[test]
    fn a_matter_goes_up_or_aside_and_never_to_whom_it_concerns() {
        let (town, office) = (unit(2, Some(1)), unit(3, Some(1)));
        let handed = |way: HandOver, to: &Unit, reaches_the_county, concerned: &[UnitId]| {
            way.must_fit(Handing { from: &town, to, reaches_the_county, concerned })
        };
        let for_them = |unit: &Unit| Err(MatterRefusal::NotForThem { unit: unit.name.clone() });
        assert_eq!(handed(HandOver::Lifted, &unit(1, None), false, &[]), Ok(()));
        assert_eq!(handed(HandOver::Lifted, &office, true, &[]), Ok(()));
        let not_above = Err(MatterRefusal::NotAbove { organ: office.name.clone() });
        assert_eq!(handed(HandOver::Lifted, &office, false, &[]), not_above);
        assert_eq!(handed(HandOver::Crossed, &office, false, &[]), Ok(()));
        for way in [HandOver::Lifted, HandOver::Crossed] {
            assert_eq!(handed(way, &town, true, &[]), for_them(&town));
            assert_eq!(handed(way, &office, true, &[office.id]), for_them(&office));
        }
    }
}
