//! Targets of the requests' family: overtime of somebody of QX50, or of whoever it is to be the own of, brought to a stage.
//! Each is on a day of its own.

use super::staff::Staff;
use super::target::Target;
use qz_acts::request::{
    ApproveRequest, AskRequest, EndRequest, RefuseRequest, RequestForm, RevokeRequest,
    WithdrawRequest,
};
use qz_domain::id::{AccountId, RequestId};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use std::sync::atomic::{AtomicI16, Ordering};

/// The stages of requests.
pub const STAGES: &[&str] = &["pending", "approved", "refused", "withdrawn", "ended", "revoked"];

/// How many were made.
static MADE: AtomicI16 = AtomicI16::new(0);

/// A request in a stage, of the account that is a role's own; of G13 otherwise.
pub async fn request(staff: &Staff, stage: &str, own: Option<Role>) -> Target {
    let county = &staff.county;
    let name = match own {
        None => "discipline".to_owned(),
        Some(role @ (Role::Inspector | Role::Cadre)) => role.code().to_owned(),
        Some(role) => format!("{}.own", role.code()),
    };
    let asker = county.account_named(&name).await;
    // Nobody answers their own.
    let is_leaders = own == Some(Role::CountyLeader);
    let leader = if is_leaders { "first-secretary.own" } else { "county-leader.own" };
    let leader = county.account_named(leader).await;
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let day = jiff::civil::date(2016, 3, 1) + jiff::ToSpan::days(number);
    let (kind, from) = ("overtime".to_owned(), format!("{day} 18:00"));
    let form = RequestForm { kind, from, to: format!("{day} 20:00"), ..RequestForm::default() };
    let request = county.done(AskRequest { actor: asker, form }).await.request;
    let version = brought(staff, stage, (asker, leader, request)).await;
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", request.to_string())], fields }
}

async fn brought(
    staff: &Staff,
    stage: &str,
    (asker, leader, request): (AccountId, AccountId, RequestId),
) -> i64 {
    let county = &staff.county;
    let (version, answer) = (1, "当天有会。".to_owned());
    match stage {
        "pending" => return 1,
        "withdrawn" => {
            return county.done(WithdrawRequest { actor: asker, request, version }).await.version;
        }
        "refused" => {
            let act = RefuseRequest { actor: leader, request, version, answer };
            return county.done(act).await.version;
        }
        _ => county.done(ApproveRequest { actor: leader, request, version }).await,
    };
    let version = 2;
    match stage {
        "ended" => {
            let act = EndRequest { actor: asker, request, version, back_at: String::new() };
            county.done(act).await.version
        }
        "revoked" => {
            let act = RevokeRequest { actor: leader, request, version, answer };
            county.done(act).await.version
        }
        _ => version,
    }
}
