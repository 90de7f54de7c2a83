import Instruments

/// Reads what size does on each level of a study, and what a look sees.
struct SizeStudyInstrument: Instrument {
  let ladder: SizeLadder
  let levels: SizeLevels

  var watches: [StageWatch] { [] }

  func readings(_ seen: Sighting) -> [Reading] {
    let comparison = SizeComparison(ladder, levels, seen)
    return comparison.matched + comparison.lastLosses
  }
}
