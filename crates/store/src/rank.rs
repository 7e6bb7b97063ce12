//! Ranks (职级) as numbers in a statement, the highest the least: the only place that says so in SQL.

/// The place of a column's rank in the list of ranks; what is no rank comes last.
macro_rules! rank_place {
    ($column:literal) => {
        concat!(
            "case ",
            $column,
            " when 'county_head' then 0 when 'county_deputy' then 1 when 'section_head' then 2
                   when 'section_deputy' then 3 when 'clerk' then 4 when 'assistant' then 5
                   when 'worker' then 6 else 7 end"
        )
    };
}

pub(crate) use rank_place;

#[cfg(test)]
mod tests {
    use qz_domain::post::Rank;
    use qz_domain::spelled::Spelled;

    #[test]
    fn every_rank_has_its_place_in_the_list() {
        let sql = rank_place!("a.rank");
        for (place, rank) in Rank::ALL.iter().enumerate() {
            assert!(sql.contains(&format!("when '{}' then {place}", rank.code())), "{rank:?}");
        }
        assert!(sql.ends_with(&format!("else {} end", Rank::ALL.len())));
    }
}
