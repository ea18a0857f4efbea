#pragma once
// What a person did on a screen. The screen decides nothing: the journey does.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "screens/view/common.h"

namespace huimin::screens::view {

// Buttons. Ids of the widgets are "act." and the name in the comment.
enum class Act : std::uint8_t {
  Start,           // start: the idle screen was touched
  Apply,           // apply: home, apply for temporary assistance
  AskStatus,       // ask_status: home, how far is it
  Urgent,          // urgent: home, emergency
  Elsewhere,       // elsewhere: home, other matters
  Back,            // back
  Next,            // next
  End,             // end: leave now, wipe
  CallStaff,       // call_staff
  CancelCall,      // cancel_call
  Resume,          // resume: from the help screen back to where one was
  StillHere,       // still_here: from the time-out warning
  Agree,           // agree: privacy notice read
  TypeNumber,      // type_number: instead of the card
  NoCard,          // no_card: name and staff
  RightPerson,     // right_person: yes, that is me
  WrongPerson,     // wrong_person: another card, please
  GoOnAnyway,      // go_on_anyway: the check digit is wrong, keep the number
  DontKnow,        // dont_know
  WriteStory,      // write_story: tell more, with the keyboard
  AddMember,       // add_member
  RemoveMember,    // remove_member: the one being edited
  MoreMembers,     // more_members: household size + 1
  FewerMembers,    // fewer_members: household size - 1
  WithAccount,     // with_account
  WithoutAccount,  // without_account: cash, or settled at the window
  NoPhone,         // no_phone
  PledgeTick,      // pledge_tick: toggles
  UndoStroke,      // undo_stroke
  ClearInk,        // clear_ink
  SignWithStaff,   // sign_with_staff: hands that cannot write
  Submit,          // submit
  TryAgain,        // try_again: not saved, or the county did not answer
  PrintAgain,      // print_again
  PrintOnPaper,    // print_on_paper: not saved, what was typed as a plain slip
  PaperCame,       // paper_came: yes, it is in my hand
  PaperMissing,    // paper_missing: no paper came
  ShowQr,          // show_qr: take it along by phone
  AnotherMatter,   // another_matter
  Done,            // done: finished, wipe
  PrintLater,      // print_later: paper is out, go on all the same
  WaitForPaper,    // wait_for_paper
  TypeReceipt,     // type_receipt: status without the scanner
  ScanReceipt,     // scan_receipt
  NextLanguage,    // next_language
  NextSize,        // next_size
  NextPalette,     // next_palette
  ReadAloud,       // read_aloud: begins it; while it is on, how the voice reads
  ReadTyped,       // read_typed: what stands in the field
  StopReading,     // stop_reading
  VoiceSlower,     // voice_slower
  VoiceFaster,     // voice_faster
  VoiceSofter,     // voice_softer
  VoiceLouder,     // voice_louder
  DarkScreen,      // dark_screen: toggles
};
inline constexpr Act kLastAct = Act::DarkScreen;

// Fields that are typed. Ids of the widgets are "field." and the name in the comment.
enum class Field : std::uint8_t {
  IdNumber,       // id_number
  Name,           // name
  Story,          // story
  PlaceSearch,    // place_search
  MemberAge,      // member_age
  Needed,         // needed
  Spent,          // spent
  AccountNumber,  // account_number
  Phone,          // phone
  ReceiptNumber,  // receipt_number
};

// Answers that the review can send one back to.
enum class Answer : std::uint8_t {
  Person,
  Event,
  Story,
  Place,
  Household,
  Money,
  Account,
  Phone,
  Papers
};

// A pen's point on the signature pad: millimetres from its upper left, milliseconds since the first
// touch.
struct InkPoint {
  float x_mm = 0;
  float y_mm = 0;
  std::uint32_t at_ms = 0;
};
using InkStroke = std::vector<InkPoint>;

namespace intent {
struct Press {
  Act act;
};
struct Choose {
  std::string id;
};  // an Option, a list row, a level of the place
struct Edit {
  Field field;
  std::string value;
};  // the whole new value
struct Focus {
  Field field;
};  // another field of the screen is to be typed
struct Change {
  Answer answer;
};
struct SetPaper {
  std::string id;
  bool brought = false;
};
struct EditMember {
  int index = 0;
};  // 0 is the first beside the applicant
struct Inked {
  InkStroke stroke;
};  // a finished stroke
}  // namespace intent

using Intent = std::variant<intent::Press, intent::Choose, intent::Edit, intent::Focus,
                            intent::Change, intent::SetPaper, intent::EditMember, intent::Inked>;
using Intents = std::vector<Intent>;

// "back" for Act::Back, as in the widget's id "act.back"; likewise "field.name".
const char* name_of(Act act);
const char* name_of(Field field);

}  // namespace huimin::screens::view
