#include "lists/course_column.h"

namespace prequal::lists {

void CourseColumn::on_lead(std::size_t /*lead*/, const lead::RawLead& raw, const report::Qualifier& qualifier) {
  const Course course = find_course(raw, qualifier);
  unsigned bits = 0;
  unsigned at = 0;
#define PREQUAL_COURSE(member) bits |= static_cast<unsigned>(course.member) << at++;
#include "lists/course_bits.def"
#undef PREQUAL_COURSE
  if (course.valid()) bits |= kCounted;
  if (course.recorded != 0 || !course.targets.empty() || course.refused || course.rejection.made) bits |= kRecorded;
  bits_.push_back(static_cast<std::uint16_t>(bits));
}

}  // namespace prequal::lists
