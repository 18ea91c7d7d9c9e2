// Figures of one thing in the order of time: lines on a terminal, a drawing in a file.
#include <algorithm>
#include <cmath>

#include "counterclaim/table.hpp"
#include "counterclaim/text.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/markup.hpp"
#include "src/report/paint.hpp"

namespace counterclaim {
namespace {

struct Scale {
  double from = 0, to = 1;
  double at(double v) const { return std::clamp((v - from) / (to - from), 0.0, 1.0); }
};

Scale scale_of(Timeline const& timeline) {
  Scale s;
  bool first = true;
  for (auto const& p : timeline.points) {
    s.from = first ? p.low : std::min(s.from, p.low);
    s.to = first ? p.high : std::max(s.to, p.high);
    first = false;
  }
  if (!(s.to > s.from)) {  // one value: in the middle
    double const half = s.to == 0 ? 1 : std::abs(s.to) / 2;
    s.from -= half;
    s.to += half;
  }
  return s;
}

std::string padded(std::string text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(width - display_width(text), 0)), ' ');
}

std::string bar(TimelinePoint const& p, Scale const& scale, int width) {
  auto const column = [&](double v) { return static_cast<int>(std::lround(scale.at(v) * (width - 1))); };
  int const low = column(p.low), high = column(p.high);
  std::string out;
  for (int i = 0; i < width; ++i) {
    if (i == low && i == high)
      out += p.open_below ? "◂" : p.open_above ? "▸" : "●";
    else if (i >= low && i <= high)
      out += "━";
    else if ((p.open_above && i > high) || (p.open_below && i < low))
      out += "┄";
    else
      out += "·";
  }
  return out;
}

void one(std::string& out, Timeline const& timeline, TextStyle style) {
  Painter const paint{style.color};
  out += paint(strong, one_line(timeline.title));
  if (!timeline.unit.empty()) out += " (" + one_line(timeline.unit) + ")";
  out += '\n';
  int figure = 0, source = 0;
  for (auto const& p : timeline.points) {
    figure = std::max(figure, display_width(one_line(p.figure)));
    source = std::max(source, display_width(one_line(p.source)));
  }
  constexpr int date = 10, gaps = 6;
  figure = std::clamp(figure, 1, style.width / 4);
  source = std::clamp(source, 1, style.width / 3);
  int const room = std::max(style.width - date - figure - source - gaps, 8);
  auto const scale = scale_of(timeline);
  for (auto const& p : timeline.points)
    out += padded(p.date ? to_iso(*p.date) : "undated", date) + "  " + padded(fitted(one_line(p.figure), figure), figure) +
           "  " + paint(frame_color, bar(p, scale, room)) + "  " + fitted(one_line(p.source), source) + "\n";
}

// SVG: a column of drawings.
constexpr int width = 960, height = 320, left = 20, right = 20, top = 56, bottom = 40;

std::string number(double v) {  // one decimal is finer than a screen
  auto const tenths = std::lround(v * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths % 10));
}

std::string text(double x, double y, std::string_view anchor, std::string_view style, std::string_view content) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + std::string(anchor) + "\" class=\"" +
         std::string(style) + "\">" + markup_text(content) + "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
  return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
         "\" class=\"" + std::string(style) + "\"/>\n";
}

std::string drawing(Timeline const& timeline, double y0) {
  auto const scale = scale_of(timeline);
  Day first = 0, last = 0;
  bool any = false;
  for (auto const& p : timeline.points) {
    if (!p.date) continue;
    first = any ? std::min(first, *p.date) : *p.date;
    last = any ? std::max(last, *p.date) : *p.date;
    any = true;
  }
  auto const x = [&](TimelinePoint const& p) {
    if (!p.date || first == last) return width / 2.0;
    return left + 40 + double(*p.date - first) / double(last - first) * (width - left - right - 80);
  };
  auto const y = [&](double v) { return y0 + height - bottom - scale.at(v) * (height - top - bottom - 20); };
  std::string out = text(left, y0 + 24, "start", "title",
                         one_line(timeline.title) + (timeline.unit.empty() ? "" : " (" + one_line(timeline.unit) + ")"));
  out += line(left, y0 + height - bottom + 12, width - right, y0 + height - bottom + 12, "axis");
  if (any) {
    out += text(left + 40, y0 + height - 10, "middle", "small", to_iso(first));
    if (last != first) out += text(width - right - 40, y0 + height - 10, "middle", "small", to_iso(last));
  }
  double last_x = -1000, last_y = -1000;
  for (auto const& p : timeline.points) {
    double const at = x(p), low = y(p.low), high = y(p.high), middle = (low + high) / 2;
    out += "<g><title>" +
           markup_text((p.date ? to_iso(*p.date) + ": " : std::string()) + one_line(p.figure) + ", " + one_line(p.source)) +
           "</title>\n";
    if (low - high > 1) out += line(at, low, at, high, "range");
    if (p.open_above) out += line(at, high, at, y0 + top - 10, "open");
    if (p.open_below) out += line(at, low, at, y0 + height - bottom + 6, "open");
    out += "<circle cx=\"" + number(at) + "\" cy=\"" + number(middle) + "\" r=\"5\"/>\n";
    // Only where there is room beside the one before.
    if (std::abs(at - last_x) > 90 || std::abs(middle - last_y) > 18) {
      out += text(at, middle - 10, "middle", "small", fitted(one_line(p.figure), 24));
      last_x = at;
      last_y = middle;
    }
    out += "</g>\n";
  }
  return out;
}

}  // namespace

std::string text_timelines(std::vector<Timeline> const& timelines, TextStyle style) {
  std::string out;
  for (auto const& timeline : timelines) {
    if (!out.empty()) out += '\n';
    one(out, timeline, style);
  }
  return out;
}

std::string svg_timelines(std::vector<Timeline> const& timelines) {
  auto const all = static_cast<int>(std::max<std::size_t>(timelines.size(), 1)) * height;
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(all) +
      "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(all) +
      "\" font-family=\"system-ui, sans-serif\">\n<style>.title{font-size:16px;font-weight:600}.small{font-size:12px;fill:"
      "#444}.axis{stroke:#999}.range{stroke:#2b6cb0;stroke-width:3}.open{stroke:#2b6cb0;stroke-dasharray:3 3}circle{"
      "fill:#2b6cb0}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  double y = 0;
  for (auto const& timeline : timelines) {
    out += drawing(timeline, y);
    y += height;
  }
  return out + "</svg>\n";
}

}  // namespace counterclaim
