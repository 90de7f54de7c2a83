extension ThresholdRow {
  /// All that is known of a claim, for whoever asks about this one.
  package func text(width: Int = 100, style: Style = .plain) -> String {
    lines(style: style, width: width).map { $0.painted(style) + "\n" }.joined()
  }

  /// What a reader of a failure needs first: what was required, why it failed, how far from before, where it is worst, and
  /// what to type.
  func alarm(style: Style, width: Int) -> [Line] {
    var lines = headline(style: style, width: width) + reasonLines(style, width)
    if let change { lines += labelled("change", change.facts(as: scale), style, width) }
    guard mark.isFailing else { return lines }
    if let worstSlice { lines += labelled("worst", [worstSlice.text(as: scale)], style, width) }
    return lines + [rerunLine]
  }

  /// The same with every check, slice and stage.
  func lines(style: Style, width: Int) -> [Line] {
    var lines = headline(style: style, width: width) + reasonLines(style, width)
    lines += labelled(change == nil ? "checks" : "change", facts, style, width)
    if mark.isFailing, let repeats { lines += labelled("repeat", repeats.sizeTexts, style, width) }
    lines += labelled("slices", sliceFacts, style, width)
    lines += labelled("stages", companionFacts, style, width)
    return mark.isFailing ? lines + [rerunLine] : lines
  }

  private func headline(style: Style, width: Int) -> [Line] {
    let texts = estimate.texts(as: scale)
    var claim = Line("\(mark.symbol(style)) ", mark.tint)
    claim.append(Escape.line(experiment), mark.isFailing ? .bad : .strong)
    claim.append("  " + Escape.line(subject))
    var measured = Line(Escape.line(metric))
    measured.append(" " + texts.mean, .strong)
    if !texts.interval.isEmpty { measured.append(" " + texts.interval) }
    measured.append(" (\(seedsText))", .quiet)
    let baseline = baseline.map { [Line("baseline \(scale.text($0))", .quiet)] } ?? []
    return Line.flow(
      [claim, measured, Line(requirement.text(as: scale))] + baseline, separator: "   ", indent: 4, width: width)
  }

  private func reasonLines(_ style: Style, _ width: Int) -> [Line] {
    reasons.enumerated().flatMap { place, reason in
      labelled(
        place > 0 ? "" : mark.isFailing ? "why" : "note", [Escape.line(reason)], style, width, tint: mark.tint)
    }
  }

  /// A command to copy is never broken.
  private var rerunLine: Line {
    var line = Line("  rerun: ", .quiet)
    line.append(Escape.line(rerun), .command)
    return line
  }

  private func labelled(
    _ label: String, _ items: [String], _ style: Style, _ width: Int, tint: Tint = .none
  ) -> [Line] {
    guard !items.isEmpty else { return [] }
    return Line.flow(
      items.map { Line($0, tint) }, after: Line("  " + label.padded(to: 7), .quiet), separator: style.separator,
      indent: 9, width: width)
  }
}
