/// Some columns of numbers turned, all by the same rotations, until each column's entries below its own place are zero
/// (Householder's QR): lengths and products of columns stay, so a least-squares problem of many rows becomes one of few.
struct Triangle: Sendable, Hashable {
  /// By column: as many entries as there are columns, those below its place zero.
  private(set) var columns: [[Double]]

  /// - Parameter columns: of one length; longer than there are columns, or zeros are thought added below.
  init(of columns: [[Double]]) {
    self.columns = columns
    let rows = columns.first?.count ?? 0
    for place in 0..<min(columns.count, rows) { reflect(place) }
    let padding = Array(repeating: 0.0, count: max(0, columns.count - rows))
    for index in columns.indices { self.columns[index] = self.columns[index].prefix(columns.count) + padding }
  }

  /// The reflection that leaves one entry of what is below and at this place of the column there.
  private mutating func reflect(_ place: Int) {
    var mirror = columns[place]
    let length = Self.product(mirror, mirror, from: place).squareRoot()
    guard length > 0 else { return }
    // Away from the entry's own sign, so that nothing cancels.
    let entry = mirror[place] > 0 ? -length : length
    mirror[place] -= entry
    let square = Self.product(mirror, mirror, from: place)
    for index in columns.indices where index > place {
      let factor = 2 * Self.product(mirror, columns[index], from: place) / square
      for row in place..<mirror.count { columns[index][row] -= factor * mirror[row] }
    }
    columns[place][place] = entry
    for row in place + 1..<mirror.count { columns[place][row] = 0 }
  }

  private static func product(_ one: [Double], _ other: [Double], from first: Int) -> Double {
    let (one, other) = (one.span, other.span)
    var sum = 0.0
    for row in first..<one.count { sum += one[row] * other[row] }
    return sum
  }
}
