//! How much a procedure weighs (程序轻重): a reminder inside a unit takes fewer steps and fewer people than a
//! name before the county.
//!
//! A lighter one drops verification by two and the panel, never the notice, the statement or the remedy; whoever
//! saw it decides nothing, and the measures it may end in are those of the law of the day.

use crate::spelled;

spelled! {
    /// The weight of a procedure (程序轻重), lightest first.
    Weight {
        /// 单位内: a reminder or a criticism by the unit itself, told to nobody else.
        InUnit = "in_unit", "单位内";
        /// 单位通报: decided by the unit itself, and made known in it at most.
        UnitScope = "unit_scope", "单位通报";
        /// 全县: verified by two, decided by a panel of three.
        County = "county", "全县";
    }
}

impl Weight {
    /// Whether verification by two and the panel are dropped.
    pub fn is_light(self) -> bool {
        self < Self::County
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelled::Spelled;

    #[test]
    fn only_the_weight_of_the_county_keeps_every_step() {
        let light = Weight::ALL.iter().filter(|weight| weight.is_light());
        assert!(light.eq(&[Weight::InUnit, Weight::UnitScope]));
    }
}
