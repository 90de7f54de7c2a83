/// What one observer saw of each parameter so far.
package struct ParameterSums: Sendable, Hashable {
  /// The loss change that is its own.
  package internal(set) var totals: [Double]
  /// In how many steps it helped, and in how many it hurt.
  package internal(set) var helped: [Double]
  package internal(set) var hurt: [Double]
  var track: SignTrack

  init(count: Int) {
    totals = Array(repeating: 0, count: count)
    (helped, hurt) = (totals, totals)
    track = SignTrack(count: count)
  }

  /// Adds the entries of a step.
  mutating func add(_ entries: [Double], _ tensors: [NamedRange]) -> StepSums {
    var step = StepSums()
    step.tensors.reserveCapacity(tensors.count)
    for tensor in tensors { step.tensors.append(add(entries, tensor.range, &step)) }
    step.zeros = entries.count - step.helping - step.hurting
    step.excessKurtosis = Distribution.excessKurtosis(entries)
    step.persistence = track.follow(entries)
    return step
  }

  private mutating func add(_ entries: [Double], _ range: Range<Int>, _ step: inout StepSums) -> Double {
    var sum = 0.0
    for index in range {
      let entry = entries[index]
      sum += entry
      totals[index] += entry
      if entry < 0 {
        step.help += entry
        step.helping += 1
        helped[index] += 1
      } else if entry > 0 {
        step.hurt += entry
        step.hurting += 1
        hurt[index] += 1
      }
    }
    return sum
  }
}
