extension PermutationDrawing {
  /// The cycle that the walk runs through, as arrows on a circle; the walk is thick, from the filled element to the
  /// double ring. A wrong answer has a dashed ring, or stands in the middle if it lies on another cycle.
  func figure(title: String) -> SVG {
    checkPlaces()
    var drawing = SVG.figure(width: 320, height: 300, title: title, summary: summary)
    guard let start = walk.first else { return drawing }
    let cycle = cycle(through: start)
    let centre = SVG.Point(x: 160, y: 150)
    let circle = Circle(centre: centre, radius: cycle.count == 1 ? 0 : 122)
    let places = cycle.indices.map { circle.point($0, of: cycle.count) }
    let radius = max(5, min(15, 300 / cycle.count))
    let steps = min(walk.count - 1, cycle.count)
    if cycle.count > 1 {
      for index in cycle.indices {
        drawing.arrow(
          from: places[index], to: places[(index + 1) % cycle.count], clearance: radius + 2,
          class: index < steps ? "gb-way" : "gb-edge", head: index < steps ? "gb-wayhead" : "gb-head")
      }
    }
    for (index, element) in cycle.enumerated() {
      let kind =
        element == walk.last && walk.count > 1
        ? "gb-goal" : index == 0 ? "gb-start" : index < steps ? "gb-via" : "gb-spot"
      drawing.circle(places[index], radius: radius, class: kind)
      if element == answered, element != walk.last {
        drawing.circle(places[index], radius: radius + 5, class: "gb-wrongring")
      }
      if radius >= 9 {
        drawing.text(
          "\(element)", x: places[index].x, y: places[index].y + 4, anchor: .middle,
          class: kind == "gb-start" ? "gb-onbar gb-strong" : "gb-strong")
      }
    }
    if let answered, !cycle.contains(answered) {
      let place = SVG.Point(x: centre.x, y: cycle.count == 1 ? centre.y + 60 : centre.y)
      drawing.circle(place, radius: 16, class: "gb-wrongring")
      drawing.text("\(answered)", x: place.x, y: place.y + 4, anchor: .middle, class: "gb-strong")
      drawing.text("answered, not on this cycle", x: place.x, y: place.y + 34, anchor: .middle, class: "gb-soft")
    }
    return drawing
  }

  /// Everything in words.
  var summary: String {
    guard let start = walk.first, let end = walk.last else { return "A permutation of \(images.count) without a walk." }
    let cycle = cycle(through: start).map(String.init).joined(separator: " ")
    let steps = NumberText.plural(walk.count - 1, "step")
    let answer = answered.map { ", answered \($0)" } ?? ", no answer"
    return
      "A permutation of \(images.count); \(steps) along the cycle (\(cycle)) lead from \(start) to \(end)\(answer)."
  }

  /// From `start` along the arrows until they return to it.
  func cycle(through start: Int) -> [Int] {
    var cycle = [start]
    while let last = cycle.last, images[last] != start { cycle.append(images[last]) }
    return cycle
  }

  func checkPlaces() {
    precondition(images.sorted() == Array(images.indices), "not a permutation of 0..<\(images.count): \(images)")
    precondition(
      walk.allSatisfy(images.indices.contains) && zip(walk, walk.dropFirst()).allSatisfy { images[$0] == $1 },
      "a walk follows the permutation: \(walk)")
  }
}
