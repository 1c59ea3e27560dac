// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace Fathom {

/// A value that is seldom there, used as a std::optional is; without it, it takes a pointer's eight bytes. Copies are
/// values of their own.
template<class T> class Rare {
public:
    Rare() = default;
    Rare(std::nullopt_t) { }
    Rare(T value)
        : m_value(std::make_unique<T>(std::move(value)))
    {
    }
    Rare(const Rare &other)
        : m_value(other ? std::make_unique<T>(*other) : nullptr)
    {
    }
    Rare(Rare &&other) noexcept = default;
    Rare &operator=(const Rare &other)
    {
        m_value = other ? std::make_unique<T>(*other) : nullptr;
        return *this;
    }
    Rare &operator=(Rare &&other) noexcept = default;
    ~Rare() = default;

    explicit operator bool() const { return m_value != nullptr; }
    bool has_value() const { return m_value != nullptr; }
    T &operator*() { return *m_value; }
    const T &operator*() const { return *m_value; }
    T *operator->() { return m_value.get(); }
    const T *operator->() const { return m_value.get(); }
    void reset() { m_value.reset(); }

    bool operator==(const Rare &other) const { return m_value && other ? *m_value == *other : !m_value && !other; }

private:
    std::unique_ptr<T> m_value;
};

} // namespace Fathom
