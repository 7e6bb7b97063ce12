//! Order something of a terminal (下达考勤机指令): it stands in line until the box answers. Only what
//! [`Order`](qz_domain::terminal::Order) knows can be ordered.

use super::load::{concern, load};
use super::map::read_pin;
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, OrderId, TerminalId};
use qz_domain::terminal::Order;
use qz_domain::terminal::command::QUERY_MOST;
use qz_store::terminal::order;
use qz_store::{Act, Subject, Write};
use serde::{Deserialize, Serialize};

/// What a person orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderForm {
    /// 指令: one of [`Order::CODES`].
    pub order: String,
    /// 机内编号, where a user is put or dropped.
    pub pin: String,
    /// 工号或姓名, where a user is put.
    pub person: String,
    /// 起始日期, where punches are asked for again.
    pub from: String,
    /// 最后一天
    pub until: String,
}

/// Orders something of a terminal.
#[derive(Debug, Clone)]
pub struct OrderTerminal {
    /// Who orders it.
    pub actor: AccountId,
    /// Of which terminal.
    pub terminal: TerminalId,
    /// What.
    pub form: OrderForm,
}

/// The number the order got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderGiven {
    /// In the store.
    pub order: OrderId,
}

impl Act for OrderTerminal {
    type Receipt = OrderGiven;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OrderGiven, ActError> {
        let Self { actor, terminal, form } = self;
        let action = Action::TerminalOrder;
        let loaded = load(write.reads(), terminal).await?;
        if loaded.0.serial.is_source() || !loaded.0.kind.takes_orders() {
            // There is nobody who would fetch it.
            return Err(ActError::Forbidden(action));
        }
        let concern = concern(&loaded);
        let actor = power::require(write, actor, action, &concern).await?;
        let wanted = read(write, &form).await?;
        let id = OrderId(write.next_id());
        order::insert(write, id, terminal, &wanted.text()).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(OrderGiven { order: id })
    }
}

async fn read(write: &mut Write, form: &OrderForm) -> Result<Order, ActError> {
    let pin = || read_pin("pin", &form.pin);
    match form.order.trim() {
        "check" => Ok(Order::Check),
        "info" => Ok(Order::Info),
        "log" => Ok(Order::Log),
        "reboot" => Ok(Order::Reboot),
        "drop_user" => Ok(Order::DropUser { pin: pin()? }),
        "query" => read_query(form),
        "put_user" => {
            let mut wrong = Wrong::default();
            let pin = wrong.note(pin());
            let person = wrong.look(named_person(write.reads(), "pin_of", &form.person).await)?;
            let (Some(pin), Some(person)) = (pin, person) else { return Err(wrong.into()) };
            Ok(Order::PutUser { pin, name: person.name })
        }
        "" => Err(FieldError::new("wanted", Fault::Missing).into()),
        found => {
            let (found, allowed) = (found.to_owned(), Order::CODES.join(", "));
            Err(FieldError::new("wanted", Fault::NotOneOf { found, allowed }).into())
        }
    }
}

fn read_query(form: &OrderForm) -> Result<Order, ActError> {
    let mut wrong = Wrong::default();
    let from = wrong.note(field::day("since", &form.from));
    let until = wrong.note(field::day("until", &form.until));
    let (Some(from), Some(until)) = (from, until) else { return Err(wrong.into()) };
    let latest: Date = from.saturating_add(jiff::Span::new().days(QUERY_MOST - 1));
    if until < from || until > latest {
        return Err(FieldError::new("until", Fault::OutsideDays { from, until: latest }).into());
    }
    Ok(Order::Query { from, until })
}
