/// Where a run stands, in one line.
package struct ProgressLine: Equatable, Sendable {
  /// `graphs/on-path seed 3`
  package var name: String
  /// Which run, and where in its training: `replicate 3 in fine-tune`.
  package var place: String?
  package var step: Int
  package var total: Int
  /// What it is about: a single one jumps.
  package var loss: Double?
  package var examplesPerSecond: Double?
  package var secondsLeft: Double?

  package init(
    name: String, place: String? = nil, step: Int, total: Int, loss: Double?, examplesPerSecond: Double?,
    secondsLeft: Double?
  ) {
    precondition(total >= 1 && step >= 0, "progress needs a step of at least one, not \(step) of \(total)")
    (self.name, self.place, self.step, self.total) = (name, place, step, total)
    (self.loss, self.examplesPerSecond, self.secondsLeft) = (loss, examplesPerSecond, secondsLeft)
  }

  /// For a terminal, to be written over itself: a bar, and as much of the rest as `width` has room for. What matters
  /// least goes first: the rate, then the bar, then the end of the name.
  package func text(width: Int = 80, style: Style = .plain) -> String {
    let facts = [percent, lossText, left].compactMap { $0 }
    let name = Escape.line(name)
    var rest = facts
    if let rate { rest.insert(rate, at: rest.count - (left == nil ? 0 : 1)) }
    for (facts, bar) in [(rest, 20), (facts, 20), (facts, 10), (facts, 0)] {
      let line = line(name, bar: bar, facts: facts, style: style)
      if line.width <= width { return line.painted(style) }
    }
    let room = width - facts.joined(separator: "  ").columns - 2
    let short = room >= 4 ? name.shortened(to: room, ellipsis: style.ellipsis) : ""
    let line = line(short, bar: 0, facts: facts, style: style)
    return line.width <= width
      ? line.painted(style) : line.text.shortened(to: max(0, width), ellipsis: style.ellipsis).trimmingTrailingSpaces
  }

  /// For a log, where every line stays: everything in words.
  package var logLine: String {
    let steps = "step \(NumberText.count(step)) of \(NumberText.count(total)) (\(percent))"
    return "\(Escape.line(name)): "
      + [steps, place.map(Escape.line), left, lossText, rate].compactMap { $0 }.joined(separator: ", ")
  }

  private var share: Double { min(1, Double(step) / Double(total)) }

  /// Whole percent, rounded down: 100 % means done.
  private var percent: String { "\(Int(share * 100)) %" }

  private var lossText: String? { loss.map { "loss \(NumberText.significant($0))" } }

  private var rate: String? {
    examplesPerSecond.map { rate in
      let text =
        rate.isFinite && rate >= 100 && rate < 1e15 ? NumberText.count(Int(rate)) : NumberText.significant(rate)
      return "\(text) examples/s"
    }
  }

  private var left: String? { secondsLeft.map { "\(DurationText.seconds($0)) left" } }

  private func line(_ name: String, bar: Int, facts: [String], style: Style) -> Line {
    var line = Line(name, .strong)
    if bar > 0 {
      line.append(name.isEmpty ? "" : "  ")
      let filled = style.bar(share * Double(bar))
      line.append(filled, .good)
      line.append(String(repeating: style == .ascii ? "." : "░", count: max(0, bar - filled.columns)), .quiet)
    }
    for fact in facts {
      line.append(line.width == 0 ? "" : "  ")
      // Steady places: a number that gets longer does not move what stands behind it.
      line.append(fact == percent ? fact.paddedLeft(to: 5) : fact, fact == lossText ? .strong : .none)
    }
    return line
  }
}
