//! A small matter of a unit's own through the doors: registered without a visit, told, settled by one, handed over; and
//! what its people alone read of it.

use crate::look::{browser, hold, look};
use axum::http::StatusCode;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

#[tokio::test]
async fn a_unit_registers_what_it_saw_itself_and_hands_it_over_and_no_other_unit_does() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        Matter::in_county(county.clone()).await;
        let mut office = browser(&county, "discipline").await;
        let at = "/desk/findings/register";
        let form = look(&mut office, at, "light-register").await;
        assert!(form.body.contains("单位内：只能谈话提醒"), "{}", form.body);
        let own = [("organ", "县纪委"), ("facts", "上班时间看视频。")];
        let heavy = office.post(at, &[own[0], own[1], ("weight", "county")]).await;
        assert_eq!(heavy.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&heavy, "light-without-visit");
        let made = office.post(at, &[own[0], own[1], ("weight", "in_unit")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let finding = made.location().unwrap().to_owned();
        let page = look(&mut office, &finding, "light-finding").await;
        for said in ["单位日常工作中发现", "按简易程序办理", "转办"] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let over = format!("{finding}/hand-over");
        let mut mayor = browser(&county, "head").await;
        assert_eq!(mayor.get(&over).await.status, StatusCode::NOT_FOUND);
        assert_eq!(mayor.get(&finding).await.status, StatusCode::NOT_FOUND);
        look(&mut office, &over, "light-hand-over").await;
        let to = |organ| [("hand_over", "lifted"), ("hand_over_to", organ), ("reason", "要回避。")];
        let fields = |organ| [to(organ).as_slice(), &[("version", "1")]].concat();
        let beside = office.post(&over, &fields("QX30")).await;
        assert_eq!(beside.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(beside.body.contains("不是上级"), "{}", beside.body);
        hold(&beside, "light-not-above");
        let mut cadre = browser(&county, "cadre").await;
        let told = look(&mut cadre, "/desk/unit-bulletins", "unit-bulletins-empty").await;
        assert!(told.body.contains("现在没有"), "{}", told.body);
    })
    .await;
}
