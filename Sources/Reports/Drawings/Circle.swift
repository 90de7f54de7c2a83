/// Places evenly spaced on a circle, clockwise from the top.
///
/// Made of sums and products only: the same bits everywhere, unlike the platform's sine.
struct Circle {
  let centre: SVG.Point
  let radius: Int

  /// - Parameter index: of `count` places; further ones go round again.
  func point(_ index: Int, of count: Int) -> SVG.Point {
    precondition(count >= 1, "a circle has at least one place, not \(count)")
    let turn = Double(index % count) / Double(count)
    // One quarter at a time: there the series are short.
    let quarter = Int(turn * 4)
    let (sine, cosine) = Self.sineAndCosine((turn - Double(quarter) / 4) * 2 * Double.pi)
    let (right, up) = [(sine, cosine), (cosine, -sine), (-sine, -cosine), (-cosine, sine)][quarter % 4]
    return SVG.Point(
      x: centre.x + Int((right * Double(radius)).rounded()), y: centre.y - Int((up * Double(radius)).rounded()))
  }

  /// By their series, for 0...π/2: twelve terms leave less than 1e-15.
  private static func sineAndCosine(_ angle: Double) -> (Double, Double) {
    var (sine, cosine) = (0.0, 0.0)
    var term = 1.0
    for index in 0..<24 {
      let signed = index % 4 < 2 ? term : -term
      if index.isMultiple(of: 2) { cosine += signed } else { sine += signed }
      term *= angle / Double(index + 1)
    }
    return (sine, cosine)
  }
}
