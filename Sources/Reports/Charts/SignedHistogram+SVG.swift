extension SignedHistogram {
  /// A drawing of at least 720 units: bars as high as the logarithms of counts.
  package func svg(title: String) -> String { drawing(.file, title: title).document }

  /// A drawing of at least 440 units for a page.
  func figure(title: String) -> SVG { drawing(.page, title: title) }

  private func drawing(_ setting: SVG.Setting, title: String) -> SVG {
    let slots = slots
    let left = 64
    let slotWidth = max(8, (setting.width - left - 32) / slots.count)
    let right = left + slotWidth * slots.count
    let width = max(setting.width, right + 32)
    let legend = legend(width: width - left - 24)
    let top = setting.top + legend.height + 12
    let bottom = top + (setting == .file ? 240 : 180)
    let scale = CountScale(slots.map(\.count), top: top, bottom: bottom)
    var drawing = SVG.chart(setting, width: width, height: bottom + 32, title: title, summary: summary)
    legend.draw(left: left, top: setting.top, in: &drawing)
    scale.draw(left: left, right: right, in: &drawing)
    for (index, slot) in slots.enumerated() where slot.count > 0 {
      let y = scale.y(slot.count)
      drawing.rectangle(
        x: left + slotWidth * index + 1, y: y, width: slotWidth - 2, height: bottom - y, class: slot.tone.look,
        tip: "\(slot.name): \(NumberText.count(slot.count)) "
          + "(\(NumberText.percent(Double(slot.count) / Double(total))))")
    }
    drawEdges(left: left, bottom: bottom, slotWidth: slotWidth, in: &drawing)
    return drawing
  }

  private func legend(width: Int) -> Legend {
    let names: [Tone: String] = [.help: "below 0", .zero: "exactly 0", .hurt: "above 0"]
    return Legend(
      shares.map { tone, share in
        Legend.Entry(name: "\(names[tone] ?? ""): \(NumberText.percent(share))", look: tone.look)
      }, width: width)
  }

  /// Labels at the edges of decades, as many as there is room for, the same on both sides of zero.
  private func drawEdges(left: Int, bottom: Int, slotWidth: Int, in drawing: inout SVG) {
    let edges = Array(exponents)
    let middle = left + slotWidth * negative.count + slotWidth / 2
    drawing.text("0", x: middle, y: bottom + 20, anchor: .middle, class: "gb-soft")
    let room = SVG.room(for: "-1e\(edges[0])")
    let step = (room + slotWidth - 1) / slotWidth
    for (index, exponent) in edges.enumerated() where (edges.count - 1 - index).isMultiple(of: step) {
      // Half a slot of zero, and the slots of what is smaller.
      let distance = slotWidth / 2 + slotWidth * (index + 1)
      guard distance > room / 2 + 8 else { continue }
      for (sign, x) in [("-", middle - distance), ("", middle + distance)] {
        drawing.line(from: SVG.Point(x: x, y: bottom), to: SVG.Point(x: x, y: bottom + 5), class: "gb-axis")
        drawing.text(sign + Self.power(exponent), x: x, y: bottom + 20, anchor: .middle, class: "gb-soft")
      }
    }
  }
}

/// A logarithmic scale of counts that also has a place for none, below that of one.
private struct CountScale {
  let axis: Axis
  let top: Int
  let bottom: Int

  /// Units from none to one.
  private static let step = 12

  init(_ counts: [Int], top: Int, bottom: Int) {
    axis = Axis(.log, covering: [1] + counts.map { Double($0) })
    self.top = top
    self.bottom = bottom
  }

  /// Of a count of at least one.
  func y(_ count: Int) -> Int { y(Double(count)) }

  private func y(_ value: Double) -> Int {
    bottom - Self.step - Int((axis.position(value) * Double(bottom - Self.step - top)).rounded())
  }

  func draw(left: Int, right: Int, in drawing: inout SVG) {
    for tick in axis.ticks {
      let y = y(tick)
      drawing.line(from: SVG.Point(x: left, y: y), to: SVG.Point(x: right, y: y), class: "gb-rule")
      drawing.text(NumberText.short(tick), x: left - 8, y: y + 4, anchor: .end, class: "gb-soft")
    }
    drawing.line(from: SVG.Point(x: left, y: bottom), to: SVG.Point(x: right, y: bottom), class: "gb-axis")
  }
}
