#include "printing/sheet.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <numbers>

#include "printing/font_files.h"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps one pattern until the process ends, behind a pointer that it stores as an
// offset: the leak checker takes it for lost. Weak, so that a program may bring its own.
extern "C" __attribute__((weak, used)) const char* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\n";
}
extern "C" __attribute__((weak, used)) const char* __lsan_default_options() {
  return "print_suppressions=0";
}
#endif

namespace huimin::printing {
namespace {

constexpr const char* kFamily = "Noto Sans CJK SC";

// Of Noto Sans CJK: what the line box of CSS is built from, so that papers look like their mockups.
constexpr double kAscent = 1.160;
constexpr double kDescent = 0.288;

// A dot is burnt where at least this much of it (of 255) is covered. Chosen by eye, enlarged, among
// 100, 128, 150 and Cairo's own 1-bit glyphs: here strokes of the regular weight stay two dots
// thick and curves stay smooth.
constexpr unsigned kThreshold = 128;

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* thing) const {
    Free(thing);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
using Paragraphs = std::unique_ptr<PangoLayout, Freed<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>>;

using Attributes = std::unique_ptr<PangoAttrList, Freed<pango_attr_list_unref>>;
using FontMap = std::unique_ptr<PangoFontMap, Freed<g_object_unref>>;
using FontContext = std::unique_ptr<PangoContext, Freed<g_object_unref>>;

// One per thread, as Pango's own, but given back when the thread ends: loading the typeface takes
// longer than setting a receipt.
PangoFontMap* font_map() {
  thread_local const FontMap map(pango_cairo_font_map_new());
  return map.get();
}

int dots(int pango_units) { return PANGO_PIXELS(pango_units); }

void set_style(PangoLayout* layout, const TextStyle& style) {
  const Font font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(
      font.get(), style.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_alignment(layout,
                             style.align == Align::Centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
}

void set_column(PangoLayout* layout, int width) {
  pango_layout_set_width(layout, width == kUnlimited ? -1 : width * PANGO_SCALE);
}

bool is_private_use(gunichar c) { return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000; }

// Old cards hold rare characters as code points for private use. What a font that stands in has
// there, an icon perhaps, is another sign: like a character that no font has, they are printed as
// a box with the code point in it, and the county sees the character itself.
void box_private_use(PangoLayout* layout) {
  const char* const text = pango_layout_get_text(layout);
  const Attributes attributes(pango_attr_list_new());
  for (const char* at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    if (!is_private_use(g_utf8_get_char(at))) continue;
    PangoAttribute* alone = pango_attr_fallback_new(FALSE);
    alone->start_index = static_cast<guint>(at - text);
    alone->end_index = static_cast<guint>(g_utf8_next_char(at) - text);
    pango_attr_list_insert(attributes.get(), alone);  // owned by the list from here on
  }
  pango_layout_set_attributes(layout, attributes.get());
}

// The narrowest column in which the text still needs no more lines: centred lines of nearly equal
// length read better than a full one and a lonely word. Leaves the layout set to it.
int balanced_width(PangoLayout* layout, int width) {
  const int lines = pango_layout_get_line_count(layout);
  int too_narrow = lines > 1 ? width / 2 : width - 1;
  int fits = width;
  while (fits - too_narrow > 1) {
    const int middle = (fits + too_narrow) / 2;
    set_column(layout, middle);
    (pango_layout_get_line_count(layout) <= lines ? fits : too_narrow) = middle;
  }
  set_column(layout, fits);
  return fits;
}

Box united(const Box& a, const Box& b) {
  if (a.width == 0 || a.height == 0) return b;
  if (b.width == 0 || b.height == 0) return a;
  const int left = std::min(a.left, b.left);
  const int top = std::min(a.top, b.top);
  return {left, top, std::max(a.left + a.width, b.left + b.width) - left,
          std::max(a.top + a.height, b.top + b.height) - top};
}

void rounded_path(cairo_t* cairo, const Box& box, double inset, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double left = box.left + inset;
  const double top = box.top + inset;
  const double right = box.left + box.width - inset;
  const double bottom = box.top + box.height - inset;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right - radius, top + radius, radius, -kQuarter, 0);
  cairo_arc(cairo, right - radius, bottom - radius, radius, 0, kQuarter);
  cairo_arc(cairo, left + radius, bottom - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, left + radius, top + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
}

Bitmap burnt(const std::uint8_t* covered, int stride, int width, int height) {
  Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* row = covered + static_cast<std::ptrdiff_t>(y) * stride;
    for (int x = 0; x < width; ++x) {
      if (row[x] >= kThreshold) bitmap.blacken(x, y);
    }
  }
  return bitmap;
}

}  // namespace

// Everything is recorded first and painted once the height is known.
struct Sheet::Canvas {
  explicit Canvas(int width_dots)
      : width(width_dots),
        record(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)),
        cairo(cairo_create(record.get())),
        context(pango_font_map_create_context(font_map())),
        paragraphs(pango_layout_new(context.get())) {
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    pango_cairo_context_set_font_options(context.get(), options.get());
    // Han characters look different in Japan and China; the language decides when fonts stand in
    // for one another.
    pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
    pango_layout_context_changed(paragraphs.get());
  }

  PangoLayout* set(const TextStyle& style, const std::string& text, int column_width) {
    PangoLayout* layout = paragraphs.get();
    set_style(layout, style);
    set_column(layout, column_width);
    // Broken UTF-8 shows as replacement characters; the rest of the paper still counts.
    const std::unique_ptr<char, Freed<g_free>> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    pango_layout_set_text(layout, valid.get(), -1);
    box_private_use(layout);
    return layout;
  }

  void use(Ink ink) {
    cairo_set_operator(cairo.get(),
                       ink == Ink::Black ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_DEST_OUT);
    cairo_set_source_rgba(cairo.get(), 0, 0, 0, 1);
  }

  // Paints the line at `baseline` and returns the dots that it touches.
  Box put_line(PangoLayoutLine* line, int left, int baseline) {
    PangoRectangle ink;
    pango_layout_line_get_extents(line, &ink, nullptr);
    cairo_move_to(cairo.get(), left, baseline);
    pango_cairo_show_layout_line(cairo.get(), line);
    pango_extents_to_pixels(&ink, nullptr);
    return {left + ink.x, baseline + ink.y, ink.width, ink.height};
  }

  int width;
  Surface record;
  Context cairo;
  FontContext context;
  Paragraphs paragraphs;
  std::vector<PlacedText> texts;
};

Sheet::Sheet(int width) : canvas_(std::make_unique<Canvas>(width)) {}
Sheet::~Sheet() {
  canvas_.reset();
  let_font_files_go();
}

int Sheet::width_of(const TextStyle& style, const std::string& text, int most) {
  PangoLayout* layout = canvas_->set(style, text, most);
  int width = 0;
  pango_layout_get_pixel_size(layout, &width, nullptr);
  return width;
}

int Sheet::height_of(const TextStyle& style, const std::string& text, Column column) {
  PangoLayout* layout = canvas_->set(style, text, column.width);
  return pango_layout_get_line_count(layout) * style.pitch;
}

int Sheet::put_text(const TextStyle& style, const std::string& text, Column column, int top) {
  PangoLayout* layout = canvas_->set(style, text, column.width);
  const int narrower =
      style.align == Align::Centre ? balanced_width(layout, column.width) : column.width;
  const int indent = (column.width - narrower) / 2;
  canvas_->use(style.ink);

  const double half_leading = (style.pitch - (kAscent + kDescent) * style.size) / 2;
  int baseline = top + static_cast<int>(half_leading + kAscent * style.size + 0.5);
  PlacedText placed;
  placed.column = {column.left, top, column.width, 0};
  placed.size = style.size;
  placed.missing_glyphs = pango_layout_get_unknown_glyphs_count(layout);

  const std::unique_ptr<PangoLayoutIter, Freed<pango_layout_iter_free>> line(
      pango_layout_get_iter(layout));
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(line.get(), nullptr, &logical);
    const int left = column.left + indent + dots(logical.x);
    placed.ink =
        united(placed.ink,
               canvas_->put_line(pango_layout_iter_get_line_readonly(line.get()), left, baseline));
    baseline += style.pitch;
    ++placed.lines;
  } while (pango_layout_iter_next_line(line.get()) != 0);

  placed.column.height = placed.lines * style.pitch;
  canvas_->texts.push_back(placed);
  return placed.column.height;
}

void Sheet::fill(Box box) {
  canvas_->use(Ink::Black);
  cairo_rectangle(canvas_->cairo.get(), box.left, box.top, box.width, box.height);
  cairo_fill(canvas_->cairo.get());
}

void Sheet::fill_rounded(Box box, int radius) {
  canvas_->use(Ink::Black);
  rounded_path(canvas_->cairo.get(), box, 0, radius);
  cairo_fill(canvas_->cairo.get());
}

void Sheet::frame(Box box, int stroke, int radius) {
  canvas_->use(Ink::Black);
  const double inset = stroke / 2.0;
  rounded_path(canvas_->cairo.get(), box, inset, std::max(0.0, radius - inset));
  cairo_set_line_width(canvas_->cairo.get(), stroke);
  cairo_stroke(canvas_->cairo.get());
}

void Sheet::put_qr(const QrMatrix& code, int dots_per_module, int left, int top) {
  canvas_->use(Ink::Black);
  const int border = kQuietZone * dots_per_module;
  for (int row = 0; row < code.side; ++row) {
    for (int column = 0; column < code.side; ++column) {
      if (!code.is_dark(column, row)) continue;
      cairo_rectangle(canvas_->cairo.get(), left + border + column * dots_per_module,
                      top + border + row * dots_per_module, dots_per_module, dots_per_module);
    }
  }
  cairo_fill(canvas_->cairo.get());
}

Layout Sheet::finish(int height) {
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, canvas_->width);
  // Our own memory, so that it is wiped: Cairo only frees its own.
  WipedBytes covered(static_cast<std::size_t>(stride) * static_cast<std::size_t>(height));
  const Surface paper(cairo_image_surface_create_for_data(covered.data(), CAIRO_FORMAT_A8,
                                                          canvas_->width, height, stride));
  const Context brush(cairo_create(paper.get()));
  cairo_set_source_surface(brush.get(), canvas_->record.get(), 0, 0);
  cairo_paint(brush.get());
  cairo_surface_flush(paper.get());
  return {burnt(covered.data(), stride, canvas_->width, height), std::move(canvas_->texts)};
}

bool has_paper_typeface() {
  const FontContext context(pango_font_map_create_context(font_map()));
  const Font wanted(pango_font_description_from_string(kFamily));
  const std::unique_ptr<PangoFont, Freed<g_object_unref>> found(
      pango_font_map_load_font(font_map(), context.get(), wanted.get()));
  if (!found) return false;
  const Font description(pango_font_describe(found.get()));
  const char* family = pango_font_description_get_family(description.get());
  return family != nullptr && std::string(family) == kFamily;
}

}  // namespace huimin::printing
