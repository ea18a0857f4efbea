// Icons of the Material Icons font (Debian: fonts-material-design-icons-iconfont 6.7.0). An icon
// never stands without its word. The values are code points of that font only.
#pragma once

namespace huimin::screens {

enum class Icon : char32_t {
  None = 0, Add = 0xE145, Approval = 0xE982, ArrowBack = 0xE5C4, ArrowDownward = 0xE5DB,
  ArrowForward = 0xE5C8, ArrowUpward = 0xE5D8, Assignment = 0xE85D, Backspace = 0xE14A,
  Badge = 0xEA67, BarChart = 0xE26B, Call = 0xE0B0, Campaign = 0xEF49, Check = 0xE5CA,
  CheckCircle = 0xE86C, ChevronRight = 0xE5CC, Close = 0xE5CD, CloudDone = 0xE2BF,
  Contrast = 0xEB37, CropFree = 0xE3C2, DirectionsCar = 0xE531, DocumentScanner = 0xE5FA,
  Draw = 0xE746, Edit = 0xE3C9, Error = 0xE000, ExpandMore = 0xE5CF, FactCheck = 0xF0C5,
  Feedback = 0xE87F, Fingerprint = 0xE90D, FormatSize = 0xE245, GridView = 0xE9B0,
  Handshake = 0xEBCB, HelpOutline = 0xE8FD, HistoryEdu = 0xEA3E, Home = 0xE88A,
  HourglassTop = 0xEA5B, Info = 0xE88E, Inventory = 0xE1A1, Key = 0xE73C, Keyboard = 0xE312,
  KeyboardHide = 0xE31A, LocalFireDepartment = 0xEF55, LocalHospital = 0xE548, Lock = 0xE897,
  Logout = 0xE9BA, MenuBook = 0xEA19, Mic = 0xE029, Monitor = 0xEF5B, MoreHoriz = 0xE5D3,
  NotificationsActive = 0xE7F7, PendingActions = 0xF1BB, Person = 0xE7FD, PersonAdd = 0xE7FE,
  PhotoCamera = 0xE412, Place = 0xE55F, PlayArrow = 0xE037, Print = 0xE8AD,
  PrintDisabled = 0xE9CF, PriorityHigh = 0xE645, QrCode = 0xEF6B, QrCodeScanner = 0xF206,
  ReceiptLong = 0xEF6E, RecordVoiceOver = 0xE91F, Refresh = 0xE5D5, Remove = 0xE15B,
  RestartAlt = 0xF053, Rule = 0xF1C2, Save = 0xE161, Schedule = 0xE8B5, School = 0xE80C,
  Search = 0xE8B6, Send = 0xE163, Settings = 0xE8B8, Smartphone = 0xE32C, SupportAgent = 0xF0E2,
  SwapHoriz = 0xE8D4, TaskAlt = 0xE2E6, TouchApp = 0xE913, Translate = 0xE8E2, Tune = 0xE429,
  Undo = 0xE166, Update = 0xE923, UploadFile = 0xE9FC, VerifiedUser = 0xE8E8, Visibility = 0xE8F4,
  VolumeUp = 0xE050, VolunteerActivism = 0xEA70, Wifi = 0xE63E,
};

}  // namespace huimin::screens
