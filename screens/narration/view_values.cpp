#include "screens/narration/view_values.h"

#include <string>
#include <variant>

#include "screens/locale/values.h"

namespace huimin::screens {
namespace {

class Values {
 public:
  explicit Values(const Wording& wording) : wording_(wording) {}

  void chrome(const view::Chrome& chrome) { name_text(wording_, chrome.person); }

  void operator()(const view::ElsewhereScreen& v) { office(v.contact); }
  void operator()(const view::NotReady& v) { office(v.contact); }
  void operator()(const view::Privacy& v) { office(v.contact); }
  void operator()(const view::ReceiptRefused& v) { office(v.contact); }
  void operator()(const view::Help& v) { office(v.contact); }
  void operator()(const view::ConfirmPerson& v) {
    name_text(wording_, v.name);
    mine(v.id_tail);
  }
  void operator()(const view::Household& v) {
    name_text(wording_, v.applicant);
    for (const view::MemberRow& member : v.members) personal_text(wording_, member.relation);
  }
  void operator()(const view::Review& v) {
    name_text(wording_, v.applicant);
    for (const std::string* said : {&v.event, &v.story, &v.place}) personal_text(wording_, *said);
    amount_text(wording_, v.needed);
    amount_text(wording_, v.spent);
    mine(v.account_tail);
    mine(v.phone);
  }
  void operator()(const view::Submitted& v) {
    open(v.receipt_no);
    open(v.case_no);
    day(v.latest);
    office(v.contact);
  }
  void operator()(const view::PrintInterrupted& v) { open(v.receipt_no); }
  void operator()(const view::PrintUnknown& v) { open(v.receipt_no); }
  void operator()(const view::PhoneQr& v) { open(v.receipt_no); }
  void operator()(const view::AskingCounty& v) { open(v.receipt_no); }
  void operator()(const view::Status& v) {
    open(v.receipt_no);
    open(v.case_no);
    open(v.supervision_phone);
    office(v.now);
    if (v.latest) day(*v.latest);
    for (const view::TimelineRow& row : v.rows) {
      if (row.has_day) day(row.day);
    }
  }
  // What is typed is said by the kind of its field; the other screens hold no such values.
  template <class Other>
  void operator()(const Other&) {}

 private:
  void open(const std::string& number) { digits_text(wording_, number, Privacy::Open); }
  void mine(const std::string& number) { digits_text(wording_, number, Privacy::Personal); }
  void day(const view::Day& day) {
    if (day.year > 0) month_day_text(wording_, day.month, day.day);
  }
  void office(const view::Contact& contact) {
    open(contact.phone);
    public_name_text(wording_, contact.official);
  }

  const Wording& wording_;
};

}  // namespace

void note_values(const Wording& wording, const view::Screen& screen) {
  Values values(wording);
  values.chrome(screen.chrome);
  std::visit(values, screen.body);
}

}  // namespace huimin::screens
