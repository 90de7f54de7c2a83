/// What the looks of a chart mean: marks with names, in as many rows as they need.
struct Legend: Equatable {
  struct Entry: Equatable {
    var name: String
    var look: String
    /// Marked by a stroke rather than by a filled square.
    var isLine = false
  }

  /// An entry and where it stands, from the upper left corner of the legend.
  private struct Placed: Equatable {
    var entry: Entry
    var x: Int
    var y: Int
  }

  private static let rowHeight = 20

  private var placed: [Placed] = []
  /// Of all rows.
  let height: Int

  /// Starts a new row where an entry would not fit in `width`.
  init(_ entries: [Entry], width: Int) {
    var place = (x: 0, y: 0)
    for var entry in entries {
      entry.name = SVG.label(entry.name)
      let room = 20 + SVG.room(for: entry.name)
      if place.x > 0, place.x + room > width { place = (0, place.y + Self.rowHeight) }
      placed.append(Placed(entry: entry, x: place.x, y: place.y))
      place.x += room + 12
    }
    height = entries.isEmpty ? 0 : place.y + Self.rowHeight
  }

  func draw(left: Int, top: Int, in drawing: inout SVG) {
    for item in placed {
      let (x, y) = (left + item.x, top + item.y)
      if item.entry.isLine {
        drawing.line(from: SVG.Point(x: x, y: y + 8), to: SVG.Point(x: x + 14, y: y + 8), class: item.entry.look)
      } else {
        drawing.rectangle(x: x + 1, y: y + 2, width: 12, height: 12, class: item.entry.look)
      }
      drawing.text(item.entry.name, x: x + 20, y: y + 12)
    }
  }
}

extension Legend {
  /// Of charts that tell signs apart.
  static func signs(below: String, above: String, width: Int) -> Legend {
    Legend([Entry(name: below, look: Tone.help.look), Entry(name: above, look: Tone.hurt.look)], width: width)
  }
}
